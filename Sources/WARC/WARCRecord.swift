/// One record of a WARC file (WARC/1.1, ISO 28500): named fields in their order, and a block of bytes.
package struct WARCRecord: Hashable, Sendable {
    /// A named field.
    package struct Field: Hashable, Sendable {
        /// The name, such as `WARC-Type`.
        package let name: String
        /// The value, without blanks around it.
        package let value: String

        /// Makes a field.
        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The fields, in the order of the file; `Content-Length` is among them only in records that were read.
    package let fields: [Field]
    /// The block.
    package let block: [UInt8]

    /// Makes a record.
    package init(fields: [Field], block: [UInt8]) {
        self.fields = fields
        self.block = block
    }

    /// The first value of a field; names have no case.
    package subscript(_ name: String) -> String? {
        fields.first { $0.name.isSame(as: name) }?.value
    }

    /// All values of a field.
    package func values(of name: String) -> [String] {
        fields.lazy.filter { $0.name.isSame(as: name) }.map(\.value)
    }

    /// The type, such as `response`; empty in a record without one.
    package var type: String { self["WARC-Type"] ?? "" }

    /// The id without its brackets: `urn:uuid:…`.
    package var id: String? { self["WARC-Record-ID"].map(Self.withoutBrackets) }

    /// The address, without the brackets that some programs put around it.
    package var targetURI: String? { self["WARC-Target-URI"].map(Self.withoutBrackets) }

    /// The time.
    package var date: WARCDate? { self["WARC-Date"].flatMap(WARCDate.init) }

    /// The media type of the block, in lower case and without parameters.
    package var contentType: String { (self["Content-Type"] ?? "").mediaType }

    /// The HTTP message in the block of a `response`, a `request`, or a `revisit`; nil in other records.
    package var message: HTTPMessage? {
        switch type {
        case "response", "request", "revisit":
            contentType == "application/http" ? HTTPMessage(block) : nil
        default: nil
        }
    }

    /// The bytes that the record is about: the entity-body of an HTTP message, or the whole block.
    package var payload: [UInt8] { message?.entityBody.bytes ?? block }

    private static func withoutBrackets(_ text: String) -> String {
        text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
    }
}

extension String {
    /// Whether two names differ in the case of ASCII letters at most.
    func isSame(as other: String) -> Bool {
        utf8.count == other.utf8.count
            && zip(utf8, other.utf8).allSatisfy { left, right in
                left == right || left | 0x20 == right | 0x20 && (0x61...0x7A).contains(left | 0x20)
            }
    }

    /// A media type without its parameters, in lower case.
    var mediaType: String {
        String(prefix { $0 != ";" }).split(whereSeparator: \.isWhitespace).joined().lowercased()
    }
}
