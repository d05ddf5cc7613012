
{
  const seen = document.currentScript.dataset.vu;
  let question;
  const changed = async () => {
    question = new AbortController();
    const answer = await fetch("/.jalon/attendre?vu=" + seen, { cache: "no-store", signal: question.signal });
    return answer.ok && await answer.text() !== seen;
  };
  const watch = async () => {
    if (!document.hidden && await changed().catch(() => false)) return location.reload();
    setTimeout(watch, 200);
  };
  document.addEventListener("visibilitychange", () => question?.abort());
  watch();
}
