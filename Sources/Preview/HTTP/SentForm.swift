import Encodings

/// The fields of a form or a query, as browsers send them (WHATWG URL, `application/x-www-form-urlencoded`).
///
///     SentForm("note=two+words")?["note"]   // "two words"
struct SentForm: Sendable {
    /// A field with its value.
    struct Field: Hashable, Sendable {
        let name: String
        let value: String
    }

    /// The fields, in the order of the form.
    let fields: [Field]

    /// The most fields of a form.
    static let fieldLimit = 2000
    /// The media type of forms.
    static let mediaType = "application/x-www-form-urlencoded"

    /// A form with fields of one's own.
    init(_ fields: [Field] = []) { self.fields = fields }

    /// Reads a body; nil if it is no form, has too many fields, or is not UTF-8.
    ///
    /// Line ends become line feeds: browsers send CR LF, whatever was typed.
    init?(_ body: some Collection<UInt8>) {
        var fields: [Field] = []
        for part in body.split(separator: UInt8(ascii: "&")) {
            guard fields.count < Self.fieldLimit else { return nil }
            let end = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
            guard let name = Self.text(part[..<end]),
                let value = Self.text(part[end...].dropFirst())
            else { return nil }
            fields.append(Field(name: name, value: value))
        }
        self.fields = fields
    }

    /// The first value of a name; empty if the form does not have it.
    subscript(name: String) -> String { fields.first { $0.name == name }?.value ?? "" }

    /// The first value of a name without white space around it; nil if nothing else is left.
    func text(_ name: String) -> String? {
        let value = self[name].trimmed
        return value.isEmpty ? nil : value
    }

    /// All values of a name.
    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// Whether the form has a name.
    func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

    private static func text(_ bytes: some Collection<UInt8>) -> String? {
        let spaced = bytes.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }
        guard let decoded = PercentEncoding.decoded(spaced), !decoded.contains(0) else { return nil }
        return String(validating: decoded, as: UTF8.self)?.replacing("\r\n", with: "\n")
            .replacing("\r", with: "\n")
    }
}

extension String {
    /// The text without white space at its ends.
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
