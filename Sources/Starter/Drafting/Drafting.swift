import Diagnostics
import Files
import Newsroom

/// The maker of drafts: new records of a newsroom, with fields explained and filled in as far as known.
package struct Drafting: Sendable {
    /// The options of a draft.
    package struct Request: Sendable {
        /// The kind of record.
        package let kind: RecordKind
        /// Its id, as typed.
        package let id: String
        /// The id of the record to start from, as typed: `an-id`, or `claim:an-id`.
        package let origin: String?
        /// The profile id of the author, as typed.
        package let author: String?
        /// The author's e-mail address in git.
        package let email: String?
        /// Whether explanations and optional fields are left out.
        package let isPlain: Bool
        /// The fields that are known from elsewhere, by name: those of a medium from its file.
        package let known: [String: String]

        /// Makes a request.
        package init(
            kind: RecordKind,
            id: String,
            origin: String? = nil,
            author: String? = nil,
            email: String? = nil,
            isPlain: Bool = false,
            known: [String: String] = [:]
        ) {
            self.kind = kind
            self.id = id
            self.origin = origin
            self.author = author
            self.email = email
            self.isPlain = isPlain
            self.known = known
        }
    }

    /// A new file, not yet written.
    package struct Draft: Hashable, Sendable {
        /// The path in the newsroom's folder.
        package let path: String
        /// The content.
        package let text: String
        /// The required fields that are still empty, in order.
        package let missing: [String]
    }

    let newsroom: Newsroom
    private let paths: [String]
    private let findings: [Diagnostic]

    /// - Parameters:
    ///   - paths: the paths of all files of the newsroom, also of those that cannot be decoded.
    ///   - findings: what is wrong with these files.
    package init(newsroom: Newsroom, paths: some Sequence<String>, findings: [Diagnostic] = []) {
        self.newsroom = newsroom
        self.paths = paths.sorted()
        self.findings = findings
    }

    /// A maker of drafts for a newsroom as its files are.
    package init(newsroom: Newsroom, _ loaded: LoadedNewsroom) {
        let paths = Set(loaded.files.keys).union(loaded.diagnostics.compactMap { $0.span?.file })
        self.init(newsroom: newsroom, paths: paths, findings: loaded.diagnostics)
    }

    /// The draft of a new record. Nothing is written to the disk.
    package func draft(_ request: Request) throws(DraftProblem) -> Draft {
        let key = RecordKey(request.kind, try id(request.id))
        if let path = path(of: key) { throw .taken(key, path: path) }
        var values = request.known.mapValues { DraftValue.text($0) }
        if let typed = request.origin {
            let origin = try Origin.find(typed, for: request.kind, in: newsroom, findings: findings)
            if request.kind == .verdict, let claim = origin.record as? Claim {
                try requireNoVerdict(on: claim)
            }
            values.merge(origin.values(in: newsroom)) { known, _ in known }
        }
        if let author = try author(for: request) { values["authors"] = .list([author]) }
        let missing = key.kind.fields.flatMap { Self.missing($0, values[$0.name]) }
        let writer = DraftWriter(kind: key.kind, values: values, settings: newsroom.settings)
        return Draft(
            path: "\(key.kind.folder)/\(key.id).md",
            text: request.isPlain ? writer.plainText : writer.explainedText(id: key.id),
            missing: missing
        )
    }

    /// The missing parts of a required field: the field itself, or fields of its group.
    static func missing(_ field: FieldDescription, _ value: DraftValue?) -> [String] {
        let known: [String: String]
        switch value {
        case .group(let group)?: known = group
        case .groups(let groups)?: known = groups.first ?? [:]
        default: return field.isNeeded && value == nil ? [field.name] : []
        }
        switch field.type {
        case .group(let inner), .list(.group(let inner)):
            return inner.filter { $0.isNeeded && known[$0.name] == nil }.map(\.name)
        default: return []
        }
    }

    /// The profile with an e-mail address; nil if none has it, or several do.
    package static func profile(of email: String, in newsroom: Newsroom) -> Profile? {
        let matches = newsroom.profiles.filter { $0.email?.value.lowercased() == email.lowercased() }
        return matches.count == 1 ? matches.first : nil
    }

    /// The id that was typed, in NFC. A path to the file is taken for its id.
    func id(_ typed: String) throws(DraftProblem) -> String {
        let id = RecordID.normalised(typed)
        guard let problem = RecordID.problem(id) else { return id }
        let name = id.split(separator: "/").last.map(String.init) ?? ""
        let base = name.lowercased().hasSuffix(".md") ? String(name.dropLast(3)) : name
        let suggestion = RecordID.suggestion(for: base)
        throw .invalidID(
            typed,
            problem: problem,
            suggestion: RecordID.problem(suggestion) == nil ? suggestion : ""
        )
    }

    /// The path of a record's file, in whatever case its name is written; unreadable files count too.
    func path(of key: RecordKey) -> String? {
        paths.first { path in
            RecordKey(path: path).map { $0.kind == key.kind && $0.id.lowercased() == key.id } ?? false
        }
    }

    private func requireNoVerdict(on claim: Claim) throws(DraftProblem) {
        guard let verdict = newsroom.verdict(on: claim) else { return }
        throw .claimHasVerdict(claim: claim.id, verdict: verdict.id, path: verdict.file.path)
    }

    func author(for request: Request) throws(DraftProblem) -> String? {
        guard request.kind == .verdict else {
            if request.author != nil { throw .noAuthor(request.kind) }
            return nil
        }
        if let author = request.author {
            guard newsroom.profiles.contains(id: author) else {
                let near = Suggestion.nearest(to: author, among: newsroom.profiles.ids)
                throw .unknownAuthor(author, suggestion: near)
            }
            return author
        }
        return request.email.flatMap { Self.profile(of: $0, in: newsroom)?.id }
    }
}
