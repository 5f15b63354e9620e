import Encodings

/// The gate of the desk: who may read its pages, and who may change anything.
///
/// A page of another site can make the browser send requests here, and a page of another port counts as the same site for some checks. So
/// nothing rests on the browser alone: every address of the desk has a random word that only this start of the desk knows. There is no cookie
/// that a browser would add by itself.
struct DeskGate: Sendable {
    /// The random word, in hexadecimal digits.
    let token: String

    /// Makes a gate with a new random word.
    init() {
        var source = SystemRandomNumberGenerator()
        token = (0..<4).map { _ in Hexadecimal.text(source.next() as UInt64, width: 16) }.joined()
    }

    /// Whether a text is the random word. The time that it takes says nothing about where the two differ.
    func isToken(_ text: String) -> Bool {
        let (given, wanted) = (Array(text.utf8), Array(token.utf8))
        guard given.count == wanted.count else { return false }
        return zip(given, wanted).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// Why a request for a page is refused; nil if it is not.
    func refusalToRead(_ request: HTTPRequest) -> String? {
        // `none` is an address that a person opened.
        guard let site = request.fields["sec-fetch-site"], !["same-origin", "none"].contains(site) else {
            return nil
        }
        return
            "This page of the desk was asked for by another website. Open the address that `assay desk` printed."
    }

    /// Why a form is refused; nil if it came from a page of this desk.
    func refusalToTake(_ request: HTTPRequest, _ form: SentForm) -> String? {
        guard isToken(form["token"]) else {
            return
                "The form does not come from this start of the desk. Open the page again, and send it from there."
        }
        if let site = request.fields["sec-fetch-site"], site != "same-origin" {
            return "The form was sent by another website, so nothing was done."
        }
        let own = "http://" + request.host
        let origin = request.fields["origin"] ?? request.fields["referer"].map(Self.origin)
        guard origin?.lowercased() == own.lowercased() else {
            return
                "The form does not say that it comes from the desk, so nothing was done. A browser says so by itself."
        }
        return nil
    }

    /// The scheme and the host of an address.
    private static func origin(of address: String) -> String {
        var slashes = 0
        return String(
            address.prefix { character in
                if character == "/" { slashes += 1 }
                return slashes < 3
            }
        )
    }
}
