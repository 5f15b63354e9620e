import Addresses
import Diagnostics
import Digests
import Files
import Newsroom

/// A published folder, as far as it can be verified: what it lists, and what is wrong with the lists.
struct PublishedSite: Sendable {
    /// What the list of journals says of one.
    struct Entry: Sendable {
        let claim: String
        let state: String?
        let lineCount: Int
        let head: String
        let published: String?
    }

    let tree: FileTree
    /// Whether there is a list of journals.
    let hasList: Bool
    /// nil where there is no list of journals that can be read.
    let entries: [Entry]?
    let signers: AllowedSigners?
    let signatures: PolicySettings.Signatures
    /// `data/claims.json`; nil where it cannot be read.
    let data: JSONValue?
    /// The claims in it, by id.
    let claims: [String: JSONValue]
    /// What is wrong with these files.
    let problems: [Diagnostic]

    static let sizeLimit = 512 * 1024 * 1024

    /// - Parameter keys: a reader's own keys, which count in the place of the folder's: every line has to be signed with one of them.
    init(_ tree: FileTree, signers keys: AllowedSigners?) {
        self.tree = tree
        var problems: [Diagnostic] = []
        // A site of a newsroom without journals has no such list: whether that is right is for the manifest to say.
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
        claims = Dictionary(
            (data?["claims"]?.elements ?? []).compactMap { claim in claim["id"]?.string.map { ($0, claim) } }
        ) { first, _ in first }
        self.problems = problems
    }

    /// Whether something of the site tells that it had journals.
    var hasTracesOfJournals: Bool {
        signers != nil || data?["retracted"] != nil || claims.values.contains { $0["history"] != nil }
            || tree.files(below: SiteFolder.claims.rawValue).contains {
                !$0.path.hasSuffix("/" + Route.index)
            }
    }

    func bytes(_ path: String) -> [UInt8]? { Self.bytes(path, in: tree) }

    /// The journal that an entry names; nil when it is missing.
    func journal(_ entry: Entry) -> Journal? {
        let path = Route.journal(entry.claim).path
        return bytes(path).map { Journal(entry.claim, SourceFile(path: path, bytes: $0)) }
    }

    /// A text by its digest.
    func version(of claim: String, _ digest: Digest) -> Result<[UInt8], VersionProblem> {
        let path = Route.version(of: claim, digest).path
        guard let bytes = bytes(path) else { return .failure(.missing(path)) }
        return Digest(of: bytes) == digest ? .success(bytes) : .failure(.changed(path))
    }

    /// A file of JSON; nil, with a finding at its place, when it is none.
    func document(_ path: String, _ problems: inout [Diagnostic]) -> JSONValue? {
        Self.document(path, in: tree, &problems)
    }

    /// A finding about a file of the folder.
    static func changed(_ path: String, _ message: String, claim: String = "") -> Diagnostic {
        RuleID.changedPage.diagnostic(
            message,
            at: SourceFile(path: path, bytes: []).startSpan,
            claim: claim
        )
    }

    /// A finding about a journal of the folder.
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
