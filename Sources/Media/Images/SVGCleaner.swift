/// Takes out of an SVG drawing what its editor noted, and refuses what could do more than draw.
///
/// Elements are taken from a list. Scripts, event attributes, foreign content, entities, and references to anything outside the
/// file are errors, so that the file is safe at an address of its own, where a browser would run it.
enum SVGCleaner {
    private static let elements: Set<String> = [
        "svg", "g", "defs", "symbol", "use", "title", "desc", "style", "path", "rect", "circle", "ellipse",
        "line",
        "polyline", "polygon", "text", "tspan", "textPath", "linearGradient", "radialGradient", "stop",
        "clipPath", "mask",
        "pattern", "marker", "filter", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite",
        "feDropShadow",
        "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feMerge", "feMergeNode",
        "feMorphology", "feOffset",
    ]

    /// Whether a file begins as a drawing does.
    static func looksLikeSVG(_ bytes: [UInt8]) -> Bool {
        let start = Array(bytes.prefix(4096))
        guard let first = start.first(where: { !SVGTag.isBlank($0) && ![0xEF, 0xBB, 0xBF].contains($0) })
        else {
            return false
        }
        return first == UInt8(ascii: "<") && (start.first("<svg") ?? start.first(":svg")) != nil
    }

    static func clean(_ bytes: [UInt8]) throws(MediaProblem) -> CleanedMedia {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .malformed("it is not UTF-8") }
        var media = CleanedMedia()
        var open: [String] = []
        var style: StyleText?
        /// The depth of the element that is left out with all that is in it; nil outside of one.
        var dropped: Int?
        var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var hasRoot = false
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<") else {
                let end = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
                if dropped == nil {
                    style?.bytes += bytes[position..<end]
                    media.keep(position..<end)
                }
                position = end
                continue
            }
            if let end = try passNote(bytes, position, &media) {
                position = end
                continue
            }
            if bytes.holds("<![CDATA[", at: position) {
                guard let end = bytes.first("]]>", in: position..<bytes.count) else { throw .truncated }
                guard style != nil || dropped != nil else {
                    throw .unsafe("a CDATA section", offset: position)
                }
                if dropped == nil {
                    style?.bytes += bytes[position + 9..<end]
                    media.keep(position..<end + 3)
                }
                position = end + 3
                continue
            }
            let tag = try SVGTag(bytes, at: position)
            position = tag.range.upperBound
            if tag.isClosing {
                guard open.popLast() == tag.name else { throw .malformed("its elements are not nested") }
                if let depth = dropped {
                    if open.count == depth { dropped = nil }
                } else {
                    if let text = style {
                        try SVGTag.verify(style: text.bytes[...], at: text.offset)
                        style = nil
                    }
                    media.keep(tag.range)
                }
                continue
            }
            if style != nil { throw .unsafe("an element in a style", offset: tag.range.lowerBound) }
            if dropped == nil, tag.isForeign || tag.name == "metadata" {
                media.removed.append(tag.name == "metadata" ? "a description" : "an editor's notes")
                if !tag.isEmpty { dropped = open.count }
            } else if dropped == nil {
                guard elements.contains(tag.localName) else {
                    throw .unsafe("the element `\(tag.localName)`", offset: tag.range.lowerBound)
                }
                if !hasRoot { media.size = tag.size }
                guard hasRoot || tag.localName == "svg" else {
                    throw .malformed("it does not begin with `svg`")
                }
                hasRoot = true
                try tag.keep(bytes, &media)
                if tag.localName == "style", !tag.isEmpty { style = StyleText(offset: tag.range.lowerBound) }
            }
            if !tag.isEmpty { open.append(tag.name) }
        }
        guard hasRoot else { throw .malformed("there is no drawing in it") }
        guard open.isEmpty else { throw .truncated }
        return media
    }

    /// The whole text of an open style: comments and sections part it, and browsers join it again.
    private struct StyleText {
        let offset: Int
        var bytes: [UInt8] = []
    }

    /// Passes a comment or an instruction, which do not go out, and refuses a declaration.
    /// - Returns: where it ends; nil where there is none.
    private static func passNote(_ bytes: [UInt8], _ position: Int, _ media: inout CleanedMedia)
        throws(MediaProblem)
        -> Int?
    {
        if bytes.holds("<!--", at: position) {
            guard let end = bytes.first("-->", in: position + 4..<max(position + 4, bytes.count)) else {
                throw .truncated
            }
            media.removed.append("a comment")
            return end + 3
        }
        if bytes.holds("<?", at: position) {
            guard let end = bytes.first("?>", in: position..<bytes.count) else { throw .truncated }
            guard bytes.holds("<?xml ", at: position) else {
                throw .unsafe("an instruction for programs", offset: position)
            }
            let declaration = bytes.name(at: position..<end).lowercased()
            if declaration.contains("encoding"), !declaration.contains("utf-8") {
                throw .malformed("it names another encoding than UTF-8")
            }
            return end + 2
        }
        if bytes.holds("<!", at: position), !bytes.holds("<![CDATA[", at: position) {
            throw .unsafe("a declaration `<!…>`", offset: position)
        }
        return nil
    }
}
