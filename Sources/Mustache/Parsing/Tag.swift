/// One Mustache tag as it stands in a template.
struct Tag {
    /// What a tag does.
    enum Kind: Hashable {
        case variable, unescaped, section, inverted, close, comment, delimiters, partial, parent, block

        /// Whether the tag needs a closing tag.
        var opens: Bool {
            switch self {
            case .section, .inverted, .parent, .block: true
            default: false
            }
        }

        /// Whether a line that holds nothing else is taken out of the output.
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
    /// The closing tag of an opening tag, and the other way round; nil where there is none.
    var partner: Int?
    /// The tag that this one stands in, directly.
    var container: Int?
    /// The tag and what goes with it when its line is taken out.
    var outer: Range<Int>
    /// The blanks that a stand-alone tag gives to what it includes.
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
