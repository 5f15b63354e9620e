import Diagnostics
import LanguageProtocol

/// What a client can do, as it says in `initialize`.
struct ClientAbilities: Sendable {
    /// The units in which it counts characters.
    var encoding = PositionEncoding.utf16
    /// Whether it takes edits with the versions of documents.
    var takesVersionedEdits = false
    /// Whether it moves files.
    var movesFiles = false
    /// Whether it removes files.
    var removesFiles = false
    /// Whether it shows places that belong to a finding.
    var showsRelatedPlaces = false
    /// Whether it takes snippets.
    var takesSnippets = false
    /// Whether it shows Markdown beside what it offers.
    var showsMarkdownInLists = false
    /// Whether it shows Markdown over a place.
    var showsMarkdownOverPlaces = false
    /// Whether it takes code actions, and not commands alone.
    var takesCodeActions = false
    /// Whether it opens documents and addresses that it is asked to.
    var showsDocuments = false
    /// Whether it takes trees of symbols.
    var takesSymbolTrees = false

    init() {}

    init(_ params: JSONValue) {
        let abilities = params["capabilities"] ?? .null
        let text = abilities["textDocument"] ?? .null
        let edit = abilities["workspace"]?["workspaceEdit"]
        encoding = PositionEncoding(
            offered: abilities["general"]?["positionEncodings"]?.elements.compactMap(\.string) ?? []
        )
        let moves = edit?["resourceOperations"]?.elements.compactMap(\.string) ?? []
        // Files can only be moved by such edits, so a client that moves them takes them.
        takesVersionedEdits = edit?["documentChanges"] == true || !moves.isEmpty
        movesFiles = takesVersionedEdits && moves.contains("rename")
        removesFiles = takesVersionedEdits && moves.contains("delete")
        showsRelatedPlaces = text["publishDiagnostics"]?["relatedInformation"] == true
        takesSnippets = text["completion"]?["completionItem"]?["snippetSupport"] == true
        func takesMarkdown(_ value: JSONValue?) -> Bool { value?.elements.contains("markdown") ?? false }
        showsMarkdownInLists = takesMarkdown(text["completion"]?["completionItem"]?["documentationFormat"])
        showsMarkdownOverPlaces = takesMarkdown(text["hover"]?["contentFormat"])
        takesCodeActions = text["codeAction"]?["codeActionLiteralSupport"] != nil
        showsDocuments = abilities["window"]?["showDocument"]?["support"] == true
        takesSymbolTrees = text["documentSymbol"]?["hierarchicalDocumentSymbolSupport"] == true
    }
}
