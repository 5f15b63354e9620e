/// How a value goes out at its place in a template.
enum Escaping: Hashable, Sendable {
    /// In text: the five characters; HTML goes out raw.
    case text
    /// In a quoted attribute, `<title>` or `<textarea>`: the five characters; HTML has no place here.
    case plain
    /// In an attribute that holds an address; a list is `srcset` and its kind.
    case address(AddressPart, isList: Bool)
    /// In a script of type `application/ld+json` or `application/json`: only `html`, with `<` as `\u003c`.
    case json
    /// The specification's `{{{name}}}`, in lenient mode alone.
    case raw
    /// Nowhere safe: reported when parsed, and shows nothing.
    case nowhere
}

/// How far an address in an attribute has come.
enum AddressPart: Hashable, Sendable {
    /// Nothing stands before: a value may be a whole address, and its scheme is checked.
    case start
    /// What stands before could still become a scheme, so a colon is encoded.
    case beforeColon
    /// In the path.
    case path
    /// After `?` or `#`: values are encoded as a component.
    case component
    /// After a scheme that runs code or holds data.
    case unsafe
}
