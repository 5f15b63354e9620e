import Addresses
import Diagnostics
import Digests
import Files
import Newsroom

/// A published folder: its list of journals, its data, and what is wrong with these files.
struct PublishedSite: Sendable {
    /// One journal in the list of journals.
    struct Entry: Sendable {
        let claim: String
        let state: String?
        let lineCount: Int
        let head: String
        let published: String?
    }

    let tree: FileTree
    /// Whether the folder has a list of journals.
    let hasList: Bool
    /// The entries of the list of journals; nil if there is none, or it cannot be read.
    let entries: [Entry]?
    let signers: AllowedSigners?
    let signatures: PolicySettings.Signatures
    /// The content of `data/claims.json`; nil if it cannot be read.
    let data: JSONValue?
    /// Whether `data` is a list of claims. Without it, labels, numbers, names and days cannot be compared.
    let hasData: Bool
    /// What was renamed, as `data` says it. Names, labels, titles and addresses of what they lead to are compared with approved texts.
    let names: FormerIDs
    /// The claims in `data`, by id.
    let claims: [String: JSONValue]
    /// Findings about these files.
    let problems: [Diagnostic]

    static let sizeLimit = 512 * 1024 * 1024

    /// Reads the lists of a folder.
    /// - Parameter keys: the reader's own keys; with these, the folder's own are ignored, and each line has to be
    ///   signed with one of them.
    init(_ tree: FileTree, signers keys: AllowedSigners?) {
        self.tree = tree
        var problems: [Diagnostic] = []
        // No list is right for a newsroom without journals; the manifest shows whether one was removed.
        hasList = tree.exists(Route.journals.path)
        let list = hasList ? Self.document(Route.journals.path, in: tree, &problems) : nil
        let found = list.flatMap(Self.entries)
        if list != nil, found == nil {
            problems.append(
                Self.changed(Route.journals.path, "it is not a list of journals as Assay writes it")
            )
        }
        entries = found
        signatures =
            keys != nil
            ? .required : list?["signatures"]?.string.flatMap(PolicySettings.Signatures.init) ?? .optional
        signers =
            keys ?? Self.bytes(Route.allowedSigners.path, in: tree).map { AllowedSigners(published: $0) }
        data = Self.document(Route.claimsJSON.path, in: tree, &problems)
        if case .array? = data?["claims"] { hasData = true } else { hasData = false }
        if data != nil, !hasData {
            problems.append(
                Self.changed(Route.claimsJSON.path, "it is not a list of claims as Assay writes it")
            )
        }
        claims = Dictionary(
            (data?["claims"]?.elements ?? []).compactMap { claim in claim["id"]?.string.map { ($0, claim) } }
        ) { first, _ in first }
        names = FormerIDs(published: data?["moved"])
        self.problems = problems
    }

    /// Whether the site shows signs of journals: keys, retractions, histories, or files of claims.
    var hasTracesOfJournals: Bool {
        signers != nil || data?["retracted"] != nil || claims.values.contains { $0["history"] != nil }
            || tree.files(below: SiteFolder.claims.rawValue).contains {
                !$0.path.hasSuffix("/" + Route.index)
            }
    }

    func bytes(_ path: String) -> [UInt8]? { Self.bytes(path, in: tree) }

    /// The journal of an entry; nil if its file is missing.
    func journal(_ entry: Entry) -> Journal? {
        let path = Route.journal(entry.claim).path
        return bytes(path).map { Journal(entry.claim, SourceFile(path: path, bytes: $0)) }
    }

    /// The bytes of a judged text, if they match their digest.
    func version(of claim: String, _ digest: Digest) -> Result<[UInt8], VersionProblem> {
        let path = Route.version(of: claim, digest).path
        guard let bytes = bytes(path) else { return .failure(.missing(path)) }
        return Digest(of: bytes) == digest ? .success(bytes) : .failure(.changed(path))
    }

    /// The JSON in a file. If it cannot be read, the result is nil and `problems` gets a finding.
    func document(_ path: String, _ problems: inout [Diagnostic]) -> JSONValue? {
        Self.document(path, in: tree, &problems)
    }

    /// A finding of the rule `changed-page`, at the start of a file.
    static func changed(_ path: String, _ message: String, claim: String = "") -> Diagnostic {
        RuleID.changedPage.diagnostic(
            message,
            at: SourceFile(path: path, bytes: []).startSpan,
            claim: claim
        )
    }

    /// A finding of the rule `missing-journal`, at the start of a file.
    static func missing(_ path: String, _ message: String, claim: String = "") -> Diagnostic {
        RuleID.missingJournal.diagnostic(
            message,
            at: SourceFile(path: path, bytes: []).startSpan,
            claim: claim
        )
    }

    private static func entries(_ list: JSONValue) -> [Entry]? {
        guard case .array(let journals)? = list["journals"] else { return nil }
        let entries = journals.compactMap { entry -> Entry? in
            guard let claim = entry["claim"]?.string, RecordID.problem(claim) == nil,
                case .integer(let count)? = entry["lines"], let head = entry["head"]?.string
            else { return nil }
            return Entry(
                claim: claim,
                state: entry["state"]?.string,
                lineCount: count,
                head: head,
                published: entry["published"]?.string
            )
        }
        let isWhole = entries.count == journals.count && Set(entries.map(\.claim)).count == entries.count
        return isWhole ? entries : nil
    }

    private static func document(
        _ path: String,
        in tree: FileTree,
        _ problems: inout [Diagnostic]
    ) -> JSONValue? {
        let bytes: [UInt8]
        do throws(FileProblem) { bytes = try tree.contents(of: path, limit: sizeLimit) } catch {
            problems.append(missing(path, "`\(path)` cannot be read: \(error)"))
            return nil
        }
        do throws(JSONProblem) { return try JSONValue(parsing: bytes) } catch {
            let file = SourceFile(path: path, bytes: bytes)
            problems.append(
                RuleID.changedPage.diagnostic(
                    "this is not JSON: \(error.message)",
                    at: file.span(error.offset..<error.offset),
                    claim: ""
                )
            )
            return nil
        }
    }

    private static func bytes(_ path: String, in tree: FileTree) -> [UInt8]? {
        try? tree.contents(of: path, limit: sizeLimit)
    }
}
