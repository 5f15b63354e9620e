import Captures

/// A page of a published site, read as far as it takes to know what readers see.
///
/// Understands the markup that Assay writes. Anything that could show or run something else is in `strangeThings`.
struct HTMLPage {
    /// The visible words, with single blanks between them.
    private(set) var words = ""
    /// The visible words of badges and of evidence, by class, in the order of the page.
    private(set) var wordsByClass: [(name: String, words: String)] = []
    /// The contents of the `script` elements of type `application/ld+json`.
    private(set) var structuredData: [[UInt8]] = []
    /// The words of the first `title` element; nil if there is none.
    private(set) var windowTitle: String?
    /// The contents of the `meta` elements that have a name or a property, in the order of the page.
    private(set) var metadata: [(name: String, content: String)] = []
    /// The `id` attributes of all elements.
    private(set) var ids: Set<String> = []
    /// Descriptions of all that runs, loads or covers something, and that Assay's own theme does not have.
    private(set) var strangeThings: [String] = []

    /// The addresses to which the page sends browsers on.
    private(set) var jumps: [String] = []
    /// What `strangeThings` says of such an address.
    static let jump = "a jump to another page"

    /// The site's address; what a page loads from there is its own.
    private let siteAddress: String?
    private var headings: [(words: String, isInMain: Bool)] = []
    private var hasMain = false
    private var open: [Element] = []
    private var text: [UInt8] = []

    private struct Element {
        let name: String
        let isHidden: Bool
        /// The start of its words in the text.
        let start: Int
        /// The class whose words are collected; nil for most elements.
        let kept: String?
    }

    private static let voidElements: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
    private static let rawElements: Set<String> = [
        "script", "style", "textarea", "title", "noscript", "template",
    ]
    private static let strangeElements: Set<String> = [
        "iframe", "object", "embed", "base", "applet", "frame", "frameset", "style", "portal",
    ]
    /// Elements whose whole content is invisible.
    private static let unseenElements: Set<String> = [
        "head", "script", "style", "template", "noscript", "title", "datalist", "dialog", "textarea",
    ]
    private static let unseenClasses: Set<String> = ["hidden", "watermark"]

    /// Reads a page.
    init(_ page: [UInt8], of siteAddress: String? = nil) {
        self.siteAddress = siteAddress
        var reader = HTMLReader(page)
        while let token = reader.next() {
            switch token {
            case .text(let bytes): add(bytes)
            case .start(let tag):
                take(tag)
                if Self.rawElements.contains(tag.name) { takeRaw(tag, reader.raw(until: tag.name)) }
            case .end(let name): close(name)
            }
        }
        while let last = open.last { close(last.name) }
        words = Self.folded(text[...])
        text = []
    }

    /// Whether a text is among the visible words; white space counts as single blanks.
    func shows(_ text: String) -> Bool {
        let wanted = CanonicalText.folded(text)
        return wanted.isEmpty || words.utf8.contains(wanted.utf8)
    }

    /// The visible words of each element of a class, in the order of the page.
    func words(of name: String) -> [String] { wordsByClass.filter { $0.name == name }.map(\.words) }

    /// The visible words of each `h1` element in `main`, or of each on a page without `main`.
    var headlines: [String] { headings.filter { $0.isInMain || !hasMain }.map(\.words) }

    private mutating func add(_ bytes: ArraySlice<UInt8>) {
        if open.last?.isHidden ?? false { return }
        text += HTMLReader.unescaped(bytes)
    }

    private mutating func take(_ tag: HTMLReader.Tag) {
        judge(tag)
        note(tag)
        if Self.voidElements.contains(tag.name) { return }
        let classes = Set((tag["class"] ?? "").split(whereSeparator: \.isWhitespace).map(String.init))
        let style = (tag["style"] ?? "").lowercased().filter { !$0.isWhitespace }
        let isHidden =
            open.last?.isHidden ?? false || Self.unseenElements.contains(tag.name) || tag["hidden"] != nil
            || tag["aria-hidden"] == "true" || !classes.isDisjoint(with: Self.unseenClasses)
            || style.contains("display:none") || style.contains("visibility:hidden")
        let kept = classes.first { $0 == "badge" || $0.hasPrefix("stance-") }
        // Elements separate words. Inline ones do not, since a word may have emphasis in its middle.
        if !Self.isInline(tag.name) { text.append(0x20) }
        open.append(Element(name: tag.name, isHidden: isHidden, start: text.count, kept: kept))
    }

    private mutating func close(_ name: String) {
        guard let place = open.lastIndex(where: { $0.name == name }) else { return }
        for element in open[place...].reversed() {
            if let kept = element.kept, !element.isHidden {
                wordsByClass.append((kept, Self.folded(text[element.start...])))
            }
            if element.name == "h1", !element.isHidden {
                let isInMain = open.contains { $0.name == "main" }
                headings.append((Self.folded(text[element.start...]), isInMain))
            }
            if !Self.isInline(element.name) { text.append(0x20) }
        }
        open.removeSubrange(place...)
    }

    private mutating func takeRaw(_ tag: HTMLReader.Tag, _ content: ArraySlice<UInt8>) {
        if tag.name == "script", tag["type"] == "application/ld+json" {
            structuredData.append(Array(content))
        }
        if tag.name == "title", windowTitle == nil {
            windowTitle = Self.folded(HTMLReader.unescaped(content)[...])
        }
        close(tag.name)
    }

    /// Notes a tag's identifier, and what it says about the page.
    private mutating func note(_ tag: HTMLReader.Tag) {
        if let id = tag["id"] { ids.insert(id) }
        if tag.name == "main" { hasMain = true }
        if tag.name == "meta", let name = tag["property"] ?? tag["name"], let content = tag["content"] {
            metadata.append((name.lowercased(), CanonicalText.folded(content)))
        }
    }

    private static func isInline(_ name: String) -> Bool {
        [
            "a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub",
            "sup", "time",
        ]
        .contains(name)
    }

    /// Collects strange things in a tag: scripts, foreign style sheets, jumps.
    private mutating func judge(_ tag: HTMLReader.Tag) {
        if Self.strangeElements.contains(tag.name) { strangeThings.append("an element `\(tag.name)`") }
        if tag.name == "script", tag["type"] != "application/ld+json" {
            let source = tag["src"] ?? ""
            if source.isEmpty {
                strangeThings.append("a script within the page")
            } else if leadsElsewhere(source) {
                strangeThings.append("a script from `\(source)`")
            }
        }
        if tag.name == "link", tag["rel"]?.lowercased() == "stylesheet", let address = tag["href"],
            leadsElsewhere(address)
        {
            strangeThings.append("a style sheet from `\(address)`")
        }
        if tag.name == "meta", tag["http-equiv"]?.lowercased() == "refresh" {
            strangeThings.append(Self.jump)
            let parts = (tag["content"] ?? "").split(separator: "=", maxSplits: 1)
            jumps.append(parts.count == 2 ? parts[1].trimmingPrefix { $0 == " " }.description : "")
        }
        for (name, value) in tag.attributes {
            if name.hasPrefix("on") { strangeThings.append("a script in the attribute `\(name)`") }
            if ["href", "src", "action", "formaction", "xlink:href"].contains(name), Self.isScript(value) {
                strangeThings.append("a script in the attribute `\(name)`")
            }
        }
    }

    private static func isScript(_ address: String) -> Bool {
        let plain = address.lowercased().filter { !$0.isWhitespace && $0 != "\0" }
        return plain.hasPrefix("javascript:") || plain.hasPrefix("vbscript:") || plain.hasPrefix("data:text")
    }

    private func leadsElsewhere(_ address: String) -> Bool {
        if let siteAddress, address.hasPrefix(siteAddress) { return false }
        return address.hasPrefix("//") || address.contains(":") || address.hasPrefix("\\")
    }

    /// A text with a single blank for each run of white space.
    static func folded(_ bytes: ArraySlice<UInt8>) -> String {
        CanonicalText.folded(String(decoding: bytes, as: UTF8.self))
    }
}
