/// One Mustache tag as it stands in a template.
struct TemplateTag {
    /// The kinds of tags.
    enum Kind: Hashable {
        case variable, unescaped, section, inverted, close, comment, delimiters, partial, parent, block

        /// Whether the tag needs a closing tag.
        var opens: Bool {
            switch self {
            case .section, .inverted, .parent, .block: true
            default: false
            }
        }

        /// Whether a line that holds nothing else is removed from the output.
        var canStandAlone: Bool { self != .variable && self != .unescaped }
    }

    let kind: Kind
    /// The tag with its delimiters.
    let range: Range<Int>
    /// The name, without sigil, star and white space.
    let nameRange: Range<Int>
    let name: String
    /// Whether the name is looked up in the data (`{{>*name}}`).
    let isDynamic: Bool
    /// The index of an opening tag's closing tag, or of a closing tag's opening one.
    var partner: Int?
    /// The index of the innermost tag around this one.
    var container: Int?
    /// The tag and the rest of the line that is removed with it.
    var outer: Range<Int>
    /// The indentation that a stand-alone tag gives to the included text.
    var indentation: Range<Int>?

    init(kind: Kind, range: Range<Int>, nameRange: Range<Int>, name: String, isDynamic: Bool) {
        self.kind = kind
        self.range = range
        self.nameRange = nameRange
        self.name = name
        self.isDynamic = isDynamic
        outer = range
    }
}
