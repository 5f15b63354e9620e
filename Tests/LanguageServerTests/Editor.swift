import Diagnostics
import Files
import Foundation
import LanguageProtocol
import Newsroom
import TestSupport
import Testing

@testable import LanguageServer

/// An editor for tests: it speaks to a server in this process, on a newsroom of its own.
actor Editor {
    /// The newsroom's path.
    nonisolated let path: String
    private let folder: TemporaryFolder
    private let server: LanguageServer
    private var messages: AsyncStream<JSONValue>.AsyncIterator
    /// The messages that arrived while another one was waited for.
    private var waiting: [JSONValue] = []
    private var count = 0
    private var versions: [String: Int] = [:]

    init(_ files: [String: String] = Editor.files, capabilities: JSONValue = Editor.capabilities) async throws
    {
        let today = try #require(CalendarDate("2026-11-29"))
        folder = try TemporaryFolder()
        path = folder.path
        for (name, text) in files { try folder.write(name, text) }
        let (stream, inbox) = AsyncStream.makeStream(of: JSONValue.self)
        messages = stream.makeAsyncIterator()
        server = LanguageServer(
            LanguageServer.Surroundings(
                version: "test",
                today: { _ in { today } },
                pause: .zero,
                send: { message in if let value = try? JSONValue(parsing: message) { inbox.yield(value) } },
                log: { _ in }
            )
        )
        _ = try await ask("initialize", ["rootUri": .string(address("")), "capabilities": capabilities])
        await note("initialized", [:])
    }

    static let capabilities: JSONValue = [
        "general": ["positionEncodings": ["utf-8", "utf-16"]],
        "workspace": [
            "workspaceEdit": ["documentChanges": true, "resourceOperations": ["rename", "create", "delete"]]
        ],
        "textDocument": [
            "codeAction": ["codeActionLiteralSupport": [:]],
            "completion": ["completionItem": ["snippetSupport": true, "documentationFormat": ["markdown"]]],
            "hover": ["contentFormat": ["markdown", "plaintext"]],
            "publishDiagnostics": ["relatedInformation": true],
            "documentSymbol": ["hierarchicalDocumentSymbolSupport": true],
        ],
    ]

    // MARK: - Messages

    /// The address of a file.
    nonisolated func address(_ path: String) -> String {
        DocumentAddress.address(of: self.path + (path.isEmpty ? "" : "/" + path))
    }

    /// Sends a message as it is.
    func send(_ message: JSONValue) async -> Int32? { await server.take(message.serialized()) }

    /// Sends bytes as a message.
    func send(_ bytes: [UInt8]) async -> Int32? { await server.take(bytes) }

    func note(_ method: String, _ params: JSONValue) async { _ = await send(.notification(method, params)) }

    /// Asks something.
    /// - Returns: the result.
    /// - Throws: the error of the answer.
    func ask(_ method: String, _ params: JSONValue) async throws -> JSONValue {
        count += 1
        let id = count
        _ = await send(.request(.number(id), method, params))
        let answer = await next { $0["id"] == .integer(id) }
        if let error = answer["error"] { throw AskProblem(message: error.text()) }
        return answer["result"] ?? .null
    }

    struct AskProblem: Error { let message: String }

    /// The next message of a sort; others are kept for later.
    func next(where isWanted: @Sendable (JSONValue) -> Bool) async -> JSONValue {
        if let place = waiting.firstIndex(where: isWanted) { return waiting.remove(at: place) }
        while true {
            var iterator = messages
            guard let message = await iterator.next(isolation: self) else { return .null }
            messages = iterator
            if isWanted(message) { return message }
            waiting.append(message)
        }
    }

    // MARK: - Documents

    func open(_ path: String, _ text: String? = nil) async {
        versions[path] = 1
        let document: JSONValue = [
            "uri": .string(address(path)), "languageId": "markdown", "version": 1,
            "text": .string(text ?? folder.text(path) ?? ""),
        ]
        await note("textDocument/didOpen", ["textDocument": document])
    }

    func change(_ path: String, to text: String) async {
        versions[path, default: 0] += 1
        let document: JSONValue = ["uri": .string(address(path)), "version": .integer(versions[path] ?? 0)]
        await note(
            "textDocument/didChange",
            ["textDocument": document, "contentChanges": [["text": .string(text)]]]
        )
    }

    func close(_ path: String) async {
        await note("textDocument/didClose", ["textDocument": ["uri": .string(address(path))]])
        versions[path] = nil
    }

    /// The rules of the findings on the latest text of a document.
    func findings(_ path: String) async -> [String] {
        await published(path).compactMap { $0["code"]?.string }
    }

    /// The findings on the latest text of a document.
    func published(_ path: String) async -> [JSONValue] {
        let (address, version) = (address(path), versions[path])
        let message = await next { message in
            message["method"] == "textDocument/publishDiagnostics"
                && message["params"]?["uri"] == .string(address)
                && message["params"]?["version"] == version.map(JSONValue.integer)
        }
        return message["params"]?["diagnostics"]?.elements ?? []
    }

    /// Asks about a place: the text has `|` there, which is taken out.
    func ask(_ method: String, _ path: String, at marked: String, _ more: [JSONValue.Member] = [])
        async throws -> JSONValue
    {
        let text = marked.replacing("|", with: "", maxReplacements: 1)
        let before = marked.prefix { $0 != "|" }
        await change(path, to: text)
        let line = before.utf8.count { $0 == UInt8(ascii: "\n") }
        let character = before.utf8.reversed().prefix { $0 != UInt8(ascii: "\n") }.count
        let position = TextPosition(line: line, character: character).json
        return try await ask(
            method,
            .object(
                [.init("textDocument", ["uri": .string(address(path))]), .init("position", position)] + more
            )
        )
    }

    /// The labels that are offered at `|`.
    func offered(_ path: String, _ marked: String) async throws -> [String] {
        let list = try await ask("textDocument/completion", path, at: marked)
        return list["items"]?.elements.compactMap { $0["label"]?.string } ?? []
    }
}

extension Editor {
    static let claim = "content/claims/it-is.md"
    static let verdict = "content/verdicts/it-is.md"

    static let files = [
        "content/site.yaml": """
        name: Test
        url: https://facts.example.org
        language: en
        description: A test.
        publisher: desk
        scale:
          version: 1
          rulings:
            - {id: false, label: "False", meaning: "It is wrong."}
            - {id: true, label: "True", meaning: "It is *right*."}
        topics:
          - id: elections
            name: Elections
        checks: {policy-page-missing: off, source-not-archived: off, single-lineage: off}

        """,
        "content/profiles/desk.md": "---\nname: The desk\nkind: organisation\nrole: desk\n---\n",
        "content/profiles/jo.md": "---\nname: Jo\nkind: person\n---\n",
        "content/sources/report.md":
            "---\ntitle: The report\npublisher: P\nkind: research\nchecked: read\nurl: https://example.org/r\n---\nIt shows.\n",
        "seeds/paper.md":
            "---\ntitle: The paper\npublisher: desk\n---\n> Words about cybersecurity were said. Others followed them at once.\n>\n> — P1\n",
        claim:
            "---\nstatement: It is.\nclaimant: jo\nstated: 2018-07-16\ntopics: elections\nappearances:\n  - article: paper\n    quote: Words about cybersecurity\n---\nContext.\n",
        verdict:
            "---\nclaim: it-is\nruling: true\ntitle: It is so\nsummary: Yes, it is.\nauthors: desk\npublished: 2026-11-20\nevidence:\n  - {source: report, stance: supports, shows: that it is}\n---\nBecause it was reported [@report].\n",
    ]
}

extension Editor {
    /// The text of a file on the disk; nil if there is none.
    nonisolated func text(_ path: String) -> String? {
        try? String(contentsOfFile: self.path + "/" + path, encoding: .utf8)
    }

    /// The number of lines of a file on the disk.
    nonisolated func lineCount(_ path: String) -> Int { text(path)?.split(separator: "\n").count ?? 0 }

    /// Writes a file, as another program does.
    nonisolated func write(_ path: String, _ text: String) throws {
        try text.write(toFile: self.path + "/" + path, atomically: false, encoding: .utf8)
    }
}
