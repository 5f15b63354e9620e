/// The syntax that a text is read with. Sites have one dialect; CommonMark and GFM are there to be compared with their specifications.
struct MarkdownDialect: Hashable, Sendable {
    /// Whether raw HTML and unsafe addresses go through, as the specifications' examples expect.
    var allowsRawHTML = false
    /// Whether tables, struck text, task lists, and addresses without brackets are read as in GFM.
    var readsExtensions = true
    /// Whether records are cited and linked, quotes have locators, headings anchors, and no word gets lost: accidental link
    /// definitions and hidden characters are reported.
    var readsNewsroomSyntax = true

    /// The dialect of sites.
    static let newsroom = MarkdownDialect()
    /// CommonMark 0.30 and nothing else, raw HTML included.
    static let commonMark = MarkdownDialect(
        allowsRawHTML: true,
        readsExtensions: false,
        readsNewsroomSyntax: false
    )
}
