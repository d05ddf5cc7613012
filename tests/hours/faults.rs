//! Faults of texts of hours, as tests compare them.

use jalon::calendar::Horaires;

/// The written piece, the message and the remedy of each fault.
pub fn faults(text: &str) -> Vec<(String, String, String)> {
    let faults = Horaires::parse(text).expect_err(text);
    let told = |fault: &jalon::calendar::HoursFault| {
        let piece = text[fault.span.clone()].to_owned();
        (piece, fault.message.clone(), fault.remedy.clone())
    };
    faults.iter().map(told).collect()
}

/// The one fault of a text.
pub fn fault(text: &str) -> (String, String, String) {
    let faults = faults(text);
    assert_eq!(faults.len(), 1, "{faults:?}");
    faults.into_iter().next().unwrap()
}

pub fn says(text: &str, piece: &str, message: &str) {
    let (found, told, remedy) = fault(text);
    assert_eq!((found.as_str(), told.as_str()), (piece, message), "{text}");
    assert!(!remedy.is_empty(), "{text}");
}
