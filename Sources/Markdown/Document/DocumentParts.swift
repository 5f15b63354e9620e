/// The lists of what is in a text, each in the order of the text. `MarkdownDocument` says what they hold.
struct DocumentParts {
    var citationGroups: [CitationGroup] = []
    var malformedCitations: [Range<Int>] = []
    var mentions: [Mention] = []
    var syntaxIssues: [SyntaxIssue] = []
    var links: [Link] = []
    var recordLinks: [RecordLink] = []
    var headings: [Heading] = []
    var images: [Image] = []
    var dropped: [DroppedContent] = []
}
