//! The address of the preview: this computer only, or why it cannot be.

use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, TcpListener};

use tiny_http::Server;

use crate::diagnostic::{Diagnostic, Severity, Subject};

/// Opens the address, for this computer only.
pub(super) fn open(port: u16) -> Result<(Server, u16), Diagnostic> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let listener = listener.map_err(|error| closed(port, &error))?;
    let port = listener.local_addr().map_err(|error| closed(port, &error))?.port();
    let server = Server::from_listener(listener, None);
    server.map(|server| (server, port)).map_err(|_| broken())
}

/// Why an address cannot be opened, and what to do.
fn closed(port: u16, error: &io::Error) -> Diagnostic {
    let (code, message) = match error.kind() {
        ErrorKind::AddrInUse => (
            "port-occupe",
            format!("L’adresse http://127.0.0.1:{port}/ sert déjà, peut-être à un autre aperçu."),
        ),
        ErrorKind::PermissionDenied => {
            ("port-refuse", format!("Le système réserve le numéro {port} à d’autres programmes."))
        }
        _ => {
            ("port-refuse", format!("L’adresse http://127.0.0.1:{port}/ ne peut pas être ouverte."))
        }
    };
    let other = port.checked_add(1).unwrap_or(8086);
    let remedy = format!(
        "Fermez l’autre programme, ou choisissez un autre numéro : jalon serve --port {other}"
    );
    Diagnostic::new(code, Severity::Error, Subject::Whole, message, remedy)
}

/// The system gives no requests any more.
pub(super) fn broken() -> Diagnostic {
    Diagnostic::new(
        "apercu-interrompu",
        Severity::Error,
        Subject::Whole,
        "Le système ne laisse plus jalon répondre au navigateur.",
        "Relancez la commande ; si cela recommence, redémarrez l’ordinateur.",
    )
}
