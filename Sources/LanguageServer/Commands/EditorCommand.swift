import Diagnostics
import Editorial
import LanguageProtocol
import Newsroom

/// A command that an editor has carried out here (`workspace/executeCommand`).
enum EditorCommand: String, CaseIterable, Sendable {
    /// Asks for a review of the text on a claim.
    case submit = "assay.submit"
    /// Shows what changed since one last looked, and signs the text off.
    case review = "assay.review"
    /// Publishes the text on a claim.
    case publish = "assay.publish"
    /// Adds a remark to a claim's journal.
    case comment = "assay.comment"
    /// Makes the file of a source.
    case newSource = "assay.newSource"
    /// Makes the file of a claim.
    case newClaim = "assay.newClaim"
    /// Makes the file of a verdict.
    case newVerdict = "assay.newVerdict"
    /// Makes the file of a profile.
    case newProfile = "assay.newProfile"
    /// Makes the file of an article.
    case newArticle = "assay.newArticle"
    /// Opens the page that readers see.
    case openPage = "assay.openPage"
    /// Checks the whole newsroom.
    case check = "assay.check"

    /// The kind of record that the command makes; nil for other commands.
    var madeKind: RecordKind? {
        switch self {
        case .newSource: .source
        case .newClaim: .claim
        case .newVerdict: .verdict
        case .newProfile: .profile
        case .newArticle: .article
        default: nil
        }
    }
}

/// What a command is told: one object, whose members have the names of the options of `assay`.
///
///     {"uri": "file:///…/content/verdicts/moon-landing.md", "note": "The second source is new."}
struct CommandArguments {
    private let members: JSONValue

    /// The arguments of a request. A text alone is the address of a document.
    init(_ params: JSONValue) {
        let first = params["arguments"]?.elements.first
        members = first?.string.map { ["uri": .string($0)] } ?? first ?? .null
    }

    /// The address of the document that is meant.
    var address: String? { text("uri") }

    /// The text of a member; nil if it is not there or blank.
    func text(_ name: String) -> String? {
        members[name]?.string.flatMap { NoteText.isBlank($0) ? nil : $0 }
    }
}

extension LanguageServer {
    /// Carries a command out. What is refused is said in a message, because editors show the errors of commands in different ways.
    func carryOut(_ params: JSONValue) async throws -> JSONValue {
        guard let command = params["command"]?.string.flatMap(EditorCommand.init(rawValue:)) else {
            throw CallFailure(.invalidParams, "there is no such command here")
        }
        let arguments = CommandArguments(params)
        do {
            let newsroom = try served(arguments)
            switch command {
            case .submit, .review, .publish, .comment:
                return try await actAtDesk(command, arguments, newsroom)
            case .newSource, .newClaim, .newVerdict, .newProfile, .newArticle:
                guard let kind = command.madeKind else { return .null }
                return try await makeRecord(kind, arguments, newsroom)
            case .openPage: return try await openPage(arguments, newsroom)
            case .check: return try await checkAll(newsroom)
            }
        } catch let refusal as Refusal {
            show("\(refusal)", .error)
            return .null
        }
    }

    /// The newsroom that a command is about: that of its document, or else the only one.
    private func served(_ arguments: CommandArguments) throws(Refusal) -> ServedNewsroom {
        if let address = arguments.address {
            let found =
                documents[address]?.newsroom
                ?? DocumentAddress.path(address).flatMap { newsroom(of: $0)?.newsroom }
            guard let found else { throw Refusal("\(address) is in no newsroom") }
            return found
        }
        guard newsrooms.count == 1, let only = newsrooms.values.first else {
            throw Refusal(
                newsrooms.isEmpty ? "no newsroom is open" : "several newsrooms are open",
                help: "open a record, or give the command the address of one as `uri`"
            )
        }
        return only
    }

    /// The record of the document that a command is about.
    func record(_ arguments: CommandArguments, _ newsroom: ServedNewsroom) -> RecordKey? {
        guard let address = arguments.address else { return nil }
        if let document = documents[address] { return RecordKey(path: document.file.path) }
        guard let path = DocumentAddress.path(address), path.hasPrefix(newsroom.path + "/") else {
            return nil
        }
        return RecordKey(path: String(path.dropFirst(newsroom.path.count + 1)))
    }

    /// Checks the whole newsroom, and says how many findings there are: those in files that are not open, too.
    private func checkAll(_ newsroom: ServedNewsroom) async throws -> JSONValue {
        let report = try await newsroom.settledReport()
        publishFindings(report, of: newsroom)
        let counts = FindingCounts(report.diagnostics)
        let files = Set(report.diagnostics.compactMap(\.span?.file)).sorted()
        let place = files.count == 1 ? " in \(files[0])" : files.isEmpty ? "" : " in \(files.count) files"
        show("assay check: \(counts.sentence)\(place)", counts.errors > 0 ? .warning : .information)
        return [
            "errors": .integer(counts.errors), "warnings": .integer(counts.warnings),
            "notes": .integer(counts.notes), "files": .array(files.map { .string($0) }),
        ]
    }
}
