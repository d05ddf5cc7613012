//! Names that nothing gives are found, and no other.

use std::sync::Arc;

use serde_json::json;

use super::*;

/// What is said of a template `html/a.html`, whose pages are given a few things.
fn said(template: &str) -> Vec<String> {
    said_of(&[("html/a.html", template)])
}

fn said_of(templates: &[(&str, &str)]) -> Vec<String> {
    let sources: BTreeMap<String, Arc<Source>> = templates
        .iter()
        .map(|(name, text)| {
            let source = Source { path: (*name).to_owned(), text: (*text).to_owned() };
            ((*name).to_owned(), Arc::new(source))
        })
        .collect();
    let mut given = Given { own: sources.keys().cloned().collect(), ..Given::default() };
    given.add_everywhere("t", &json!({"acteur": {"quand": "Quand"}}));
    given
        .add("html/a.html", &json!({"nom": "A", "lien": null, "mots": [], "page": {"titre": "A"}}));
    given.add("html/a.html", &json!({
        "nom": "B", "lien": {"href": "b", "texte": "B"}, "mots": [{"href": null, "texte": "c"}], "page": {"titre": "B"}
    }));
    let found = given.unknown_names(&sources);
    found
        .iter()
        .map(|one| {
            let crate::diagnostic::Subject::Written(place) = &one.subject else {
                panic!("{one:?}")
            };
            let place = place.position();
            format!("{}:{} {} {}", place.line, place.column, one.message, one.remedy)
        })
        .collect()
}

#[test]
fn known_names_are_not_told() {
    for template in [
        "{% if nom and not lien %}{{ nom | upper }}{% elif lien.href %}{{ lien.texte }}{% endif %}",
        "{% for m in mots %}{% if not loop.first and m.href %}{{ m.texte }}{% endif %}{% else %}{{ nom }}{% endfor %}",
        "{% set x = lien %}{% if x.href %}{% endif %}{% set y %}a{% endset %}{{ y | replace(from=\"a\", to=nom) }}",
        "{{ mots[0].texte }}{{ [m.texte for m in mots] | join(sep=nom) }}{{ \"nm\" if nom is string else 'nm' }}",
        "{% if inconnu is defined and inconnu.x %}{{ inconnu.y }}{% endif %}{{ lien?.autre or nom }}",
        "{# {{ nm }} #}{% raw %}{{ nm }}{% endraw %}{% if t.acteur.quand == nom ~ 1.5 %}{% endif %}",
        "{% block main -%}{{ page.titre }}{%- endblock main %}{{- range(end=3) | length -}}",
    ] {
        assert_eq!(said(template), [""; 0], "{template}");
    }
}

#[test]
fn unknown_names_are_told_where_they_stand() {
    assert_eq!(
        said("<p>\n{% if nim %}x{% endif %}"),
        ["2:7 Ce modèle emploie « nim », qu’aucune page ne lui donne. Vouliez-vous dire « nom » ?"]
    );
    assert_eq!(
        said("{% if not page.tittre or t.acteur.qand %}x{% endif %}"),
        [
            "1:16 Ce modèle emploie « page.tittre », qu’aucune page ne lui donne. Vouliez-vous dire « page.titre » ?",
            "1:35 Ce modèle emploie « t.acteur.qand », qu’aucune page ne lui donne. Vouliez-vous dire « t.acteur.quand » ?",
        ]
    );
    for template in [
        "{% for m in mot %}{% endfor %}",
        "{% for m in mots %}{% if m.hrf %}{% endif %}{% endfor %}",
        "{% for m in mots %}{% endfor %}{{ m.texte | default(value=\"\") }}",
        "{{ nom.texte | default(value=1) }}",
        "{% set x = lien.hre %}",
        "{{ mots[xx].texte }}",
        "{{ nom | replace(from=\"a\", to=nim) }}",
    ] {
        assert_eq!(said(template).len(), 1, "{template}");
    }
}

#[test]
fn components_see_what_they_are_called_with() {
    let parts = "{% component mot(m, nu = 1) %}{% if m.href %}{{ m.texte }}{{ nu.x }}{% endif %}{% endcomponent mot %}";
    let page = "{% for m in mots %}{{ <mot m /> }}{% endfor %}{{ <mot m={lien} nu=\"2\" /> }}";
    assert_eq!(said_of(&[("html/a.html", page), ("html/parts.html", parts)]), [""; 0]);
    let slips = "{% component mot(m) %}{% if m.hre and t.acteur %}{% endif %}{% endcomponent mot %}{% if nom %}{% endif %}";
    assert_eq!(
        said_of(&[("html/a.html", page), ("html/parts.html", slips)]),
        [
            "1:31 Le composant « mot » emploie « m.hre », que ceux qui l’appellent ne lui donnent pas. Vouliez-vous dire « m.href » ?",
            "1:39 Le composant « mot » emploie « t », que ceux qui l’appellent ne lui donnent pas. Ajoutez « t » à ses paramètres, et « t={t} » là où il est appelé.",
        ]
    );
}

#[test]
fn templates_used_by_others_see_what_pages_give() {
    let base = "{% for m in mots %}{% block un %}{% endblock un %}{% include \"html/i.html\" %}{% endfor %}{% if nim %}{% endif %}";
    let page = "{% extends \"html/base.html\" %}{% block un %}{{ m.texte }}{% endblock un %}";
    let inner = "{{ m.href }}{% if page.x %}{% endif %}";
    let said = said_of(&[("html/a.html", page), ("html/base.html", base), ("html/i.html", inner)]);
    assert_eq!(said.len(), 2, "{said:?}");
}
