import Diagnostics
import Newsroom

/// What the server can do, as it answers `initialize`.
enum ServerAbilities {
    static func json(_ client: ClientAbilities, version: String) -> JSONValue {
        let capabilities: JSONValue = [
            "positionEncoding": .string(client.encoding.rawValue),
            "textDocumentSync": ["openClose": true, "change": 2, "save": ["includeText": false]],
            "completionProvider": [
                "triggerCharacters": ["@", ":", "(", " ", "-", "\""], "resolveProvider": false,
            ],
            "hoverProvider": true,
            "definitionProvider": true,
            "referencesProvider": true,
            "documentHighlightProvider": true,
            "documentSymbolProvider": true,
            "workspaceSymbolProvider": true,
            "documentLinkProvider": ["resolveProvider": false],
            "foldingRangeProvider": true,
            "inlayHintProvider": true,
            "renameProvider": ["prepareProvider": true],
            "codeActionProvider": [
                "codeActionKinds": ["quickfix", .string(CodeActions.fixAll), .string(DeskActions.kind)]
            ],
            "executeCommandProvider": [
                "commands": .array(EditorCommand.allCases.map { .string($0.rawValue) })
            ],
            "workspace": [
                "workspaceFolders": ["supported": true],
                "fileOperations": ["willRename": ["filters": .array(renamed)]],
            ],
        ]
        return ["capabilities": capabilities, "serverInfo": ["name": "assay", "version": .string(version)]]
    }

    /// The files whose new names are told before.
    private static var renamed: [JSONValue] {
        RecordKind.allCases.map { kind in
            ["scheme": "file", "pattern": ["glob": .string("**/\(kind.folder)/**/*.md"), "matches": "file"]]
        }
    }
}
