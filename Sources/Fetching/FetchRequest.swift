/// A request for one address.
package struct FetchRequest: Sendable {
    /// A header field that is sent; its value stays out of all files if it is a secret.
    package struct Field: Hashable, Sendable {
        /// The name.
        package let name: String
        /// The value.
        package let value: String
        /// Whether records show `[withheld]` in the value's place.
        package let isSecret: Bool

        /// Makes a field.
        package init(_ name: String, _ value: String, isSecret: Bool = false) {
            self.name = name
            self.value = value
            self.isSecret = isSecret
        }
    }

    /// What a record shows in the place of a secret.
    package static let withheld = "[withheld]"

    /// The address.
    package let address: FetchAddress
    /// The fields beside those of HTTP itself.
    package var fields: [Field] = []
    /// The content of a POST with its media type; nil for a GET.
    package var content: (type: String, bytes: [UInt8])?
    /// Whether private addresses may be connected to.
    package var allowsPrivate = false
    /// Whether a certificate that does not hold is accepted.
    package var allowsBadCertificates = false
    /// The bounds.
    package var limits = FetchLimits()

    /// Makes a GET.
    package init(_ address: FetchAddress) { self.address = address }
}

extension FetchRequest.Field {
    /// The fields that say how a message is sent, which only the program that sends it can know.
    private static let reserved = [
        "host", "connection", "content-length", "transfer-encoding", "expect", "upgrade", "te", "trailer",
    ]

    /// Reads a secret from a line such as `Cookie: session=…`; nil for a line that is no field, or one that says how a message is
    /// sent.
    package init?(secret line: String) {
        guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let name = String(line.utf8[..<colon]) ?? ""
        let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
        let isName = name.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
                || "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
        guard !name.isEmpty, isName, !Self.reserved.contains(name.lowercased()), !value.isEmpty,
            value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 })
        else { return nil }
        self.init(name, String(value), isSecret: true)
    }
}
