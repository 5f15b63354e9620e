import CExpat

/// The reading of an XML document by expat. Entities of a document's own end it, and nothing outside is read.
final class XMLDocument {
    /// What stopped the reading.
    struct Problem: Error {
        let message: String
        let line: Int
        /// What was read before it.
        let read: XMLNode
    }

    private var open: [XMLNode] = [XMLNode(name: "", attributes: [])]
    private var count = 0
    private var declaresEntities = false
    private var isTooMuch = false
    private let parser: XML_Parser

    private static let nodeLimit = 2_000_000

    private init?(_ parser: XML_Parser?) {
        guard let parser else { return nil }
        self.parser = parser
    }

    deinit { XML_ParserFree(parser) }

    /// The document as a tree, whose first node has no name.
    static func read(_ bytes: [UInt8]) throws(Problem) -> XMLNode {
        // The encoding is given, because the text was decoded before.
        guard let document = XMLDocument(XML_ParserCreate("UTF-8")) else {
            throw Problem(
                message: "there is no memory for it",
                line: 1,
                read: XMLNode(name: "", attributes: [])
            )
        }
        return try document.parse(bytes)
    }

    private func parse(_ bytes: [UInt8]) throws(Problem) -> XMLNode {
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { data, name, attributes in XMLDocument.of(data)?.begin(name, attributes) },
            { data, _ in XMLDocument.of(data)?.end() }
        )
        XML_SetCharacterDataHandler(parser) { data, text, length in
            XMLDocument.of(data)?.add(text, Int(length))
        }
        XML_SetEntityDeclHandler(parser) { data, _, _, _, _, _, _, _, _ in
            XMLDocument.of(data)?.refuseEntities()
        }
        var isRead = true
        bytes.withUnsafeBytes { all in
            var start = 0
            // Pieces, because a length is an `Int32`.
            repeat {
                let length = min(all.count - start, 1 << 20)
                let piece = all.baseAddress.map { $0.advanced(by: start).assumingMemoryBound(to: CChar.self) }
                let isLast = start + length >= all.count
                isRead = XML_Parse(parser, piece, Int32(length), isLast ? 1 : 0) == XML_STATUS_OK
                start += length
            } while isRead && start < all.count
        }
        guard !isRead else { return tree }
        let line = Int(XML_GetCurrentLineNumber(parser))
        let message =
            declaresEntities
            ? "it declares entities, which are not read"
            : isTooMuch
                ? "it has too many elements, or they stand too deep in each other"
                : String(cString: XML_ErrorString(XML_GetErrorCode(parser)))
        throw Problem(message: message, line: line, read: tree)
    }

    /// The tree, with what is still open closed.
    private var tree: XMLNode {
        while open.count > 1 { end() }
        return open[0]
    }

    private static func of(_ data: UnsafeMutableRawPointer?) -> XMLDocument? {
        data.map { Unmanaged<XMLDocument>.fromOpaque($0).takeUnretainedValue() }
    }

    private func begin(
        _ name: UnsafePointer<CChar>?,
        _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
        count += 1
        guard open.count <= ImportLimits.depth, count <= Self.nodeLimit, let name else {
            isTooMuch = true
            XML_StopParser(parser, 0)
            return
        }
        var pairs: [(String, String)] = []
        var index = 0
        while let attributes, let key = attributes[index], let value = attributes[index + 1] {
            pairs.append((String(cString: key), String(cString: value)))
            index += 2
        }
        open.append(XMLNode(name: String(cString: name), attributes: pairs))
    }

    private func end() {
        guard open.count > 1 else { return }
        let node = open.removeLast()
        open[open.count - 1].children.append(node)
        open[open.count - 1].text += node.text
    }

    private func add(_ text: UnsafePointer<CChar>?, _ length: Int) {
        guard let text, length > 0 else { return }
        let bytes = UnsafeRawBufferPointer(start: text, count: length)
        open[open.count - 1].text += String(decoding: bytes, as: UTF8.self)
    }

    private func refuseEntities() {
        declaresEntities = true
        XML_StopParser(parser, 0)
    }
}
