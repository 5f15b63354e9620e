/// A walk over a page that sorts its text into blocks and hidden parts.
struct VisibleTextReading {
    private var reader: HTMLReader
    private var title: String?
    private var blocks: [String] = []
    private var hidden: [String] = []
    private var scriptCount = 0
    /// The text of the block so far, with its character references resolved.
    private var block: [UInt8] = []
    /// The hidden element around this place, and how many elements of its name are open.
    private var concealment: (name: String, depth: Int)?

    init(_ page: [UInt8]) { reader = HTMLReader(page) }

    /// The whole page's text.
    mutating func text() -> VisibleText {
        while let token = reader.next() {
            switch token {
            case .text(let text): block += HTMLReader.unescaped(text)
            case .start(let tag): begin(tag)
            case .end(let name): end(name)
            }
        }
        endBlock()
        for comment in reader.comments { note(hidden: Array(comment)) }
        return VisibleText(title: title, blocks: blocks, hidden: hidden, scriptCount: scriptCount)
    }

    private mutating func begin(_ tag: HTMLReader.Tag) {
        if let concealment, isEnded(concealment.name, by: tag.name) { reveal() }
        if Self.breaksBlock.contains(tag.name) { endBlock() }
        if tag.name == "br" || Self.separatesWords.contains(tag.name) { block.append(0x20) }
        if Self.raw.contains(tag.name) { return takeRaw(tag.name) }
        guard !Self.void.contains(tag.name) else { return }
        if let known = concealment {
            if known.name == tag.name { concealment?.depth += 1 }
        } else if Self.isHidden(tag) {
            endBlock()
            concealment = (tag.name, 1)
        }
    }

    private mutating func end(_ name: String) {
        if Self.breaksBlock.contains(name) { endBlock() }
        guard let known = concealment else { return }
        if known.name == name {
            concealment?.depth -= 1
            if known.depth == 1 { reveal() }
        } else if known.name == "p", Self.breaksBlock.contains(name) {
            reveal()
        } else if Self.itemLists[known.name]?.contains(name) ?? false {
            reveal()
        }
    }

    /// Takes elements whose content is text, whatever stands in it.
    private mutating func takeRaw(_ name: String) {
        let content = reader.raw(until: name)
        switch name {
        case "title":
            let text = VisibleText.folded(String(decoding: HTMLReader.unescaped(content), as: UTF8.self))
            if title == nil, !text.isEmpty { title = text }
        case "textarea": block += HTMLReader.unescaped(content)
        default:
            if name == "script" { scriptCount += 1 }
            note(hidden: name == "script" || name == "style" ? Array(content) : HTMLReader.unescaped(content))
        }
    }

    private mutating func note(hidden text: [UInt8]) {
        let text = VisibleText.folded(String(decoding: text, as: UTF8.self))
        if !text.isEmpty { hidden.append(text) }
    }

    private mutating func endBlock() {
        guard !block.isEmpty else { return }
        let text = VisibleText.folded(String(decoding: block, as: UTF8.self))
        block = []
        guard !text.isEmpty else { return }
        if concealment == nil { blocks.append(text) } else { hidden.append(text) }
    }

    private mutating func reveal() {
        endBlock()
        concealment = nil
    }

    /// Whether an element of this name ends where another begins, because authors may leave its end tag out.
    private func isEnded(_ name: String, by other: String) -> Bool {
        switch name {
        case "p": Self.breaksBlock.contains(other)
        case "li", "option", "tr": other == name
        case "dt", "dd": other == "dt" || other == "dd"
        case "td", "th": other == "td" || other == "th" || other == "tr"
        default: false
        }
    }

    private static func isHidden(_ tag: HTMLReader.Tag) -> Bool {
        if tag.name == "template" || tag.name == "datalist" { return true }
        if let value = tag["hidden"], value.lowercased() != "until-found" { return true }
        guard let style = tag["style"] else { return false }
        let plain = style.lowercased().filter { !$0.isWhitespace }
        return plain.contains("display:none") || plain.contains("visibility:hidden")
    }

    private static let raw: Set<String> = [
        "script", "style", "title", "textarea", "iframe", "noembed", "noframes", "noscript", "xmp",
    ]
    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
    private static let itemLists: [String: Set<String>] = [
        "li": ["ul", "ol", "menu"], "dt": ["dl"], "dd": ["dl"], "option": ["select", "datalist"],
        "td": ["tr", "table"], "th": ["tr", "table"], "tr": ["table"],
    ]
    /// Elements between which browsers leave room, though they do not begin a block.
    private static let separatesWords: Set<String> = ["img", "input", "video", "audio", "canvas", "object"]
    private static let breaksBlock: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details",
        "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
        "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu",
        "nav", "ol", "optgroup", "option", "p", "pre", "search", "section", "select", "summary", "table",
        "tbody", "td", "template", "tfoot", "th", "thead", "tr", "ul",
    ]
}
