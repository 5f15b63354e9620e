/// The way a value is written at its place in a template.
enum Escaping: Hashable, Sendable {
    /// In text: the five characters are escaped; HTML is written raw.
    case text
    /// In a quoted attribute, `<title>` or `<textarea>`: the five characters are escaped; HTML is an error.
    case plain
    /// In an attribute that holds an address; a list is `srcset` and its kind.
    case address(AddressPart, isList: Bool)
    /// In a script of type `application/ld+json` or `application/json`: only `html`, with `<` as `\u003c`.
    case json
    /// The specification's `{{{name}}}`, in lenient mode alone.
    case raw
    /// In an unsafe place: reported when parsed, and nothing is shown.
    case nowhere
}

/// The part of an address in which a value stands.
enum AddressPart: Hashable, Sendable {
    /// The start: a value may be a whole address, and its scheme is checked.
    case start
    /// The text before could still become a scheme, so a colon is encoded.
    case beforeColon
    /// In the path.
    case path
    /// After `?` or `#`: values are encoded as a component.
    case component
    /// After a scheme that runs code or holds data.
    case unsafe
}
