import ArgumentParser
import Assay
import Diagnostics
import Editorial
import Files
import Matching
import Newsroom
import Starter

extension RecordKind: ExpressibleByArgument {
    /// Reads the word of a kind; `media` is the kind `medium`, as in links.
    public init?(argument: String) { self.init(rawValue: argument == "media" ? "medium" : argument) }
}

/// What `assay new` makes: a record of a kind, or all the records of a check.
enum NewKind: ExpressibleByArgument {
    case record(RecordKind)
    case check

    /// Reads the word of a kind, or `check`.
    init?(argument: String) {
        if argument == "check" {
            self = .check
        } else if let kind = RecordKind(argument: argument) {
            self = .record(kind)
        } else {
            return nil
        }
    }

    /// The words that the command takes.
    static var allValueStrings: [String] { RecordKind.allCases.map(\.rawValue) + ["check"] }
}

struct NewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Makes the file of a new record, with every field explained.",
        discussion: """
            Prints the file's path. A verdict is a draft until it has a day in `published`. What `--from` takes:

              claim --from ARTICLE      the article becomes an appearance
              claim --from CLAIM        a related claim of the same claimant
              claim --from PROFILE      the claimant
              verdict --from CLAIM      the claim that is rated
              source --from ARTICLE     the source record of the same document
              source --from SOURCE      what the new source copies or relays
              article --from SOURCE     the article of the same document
              article --from PROFILE    the publisher
              profile --from PROFILE    an organisation that they belong to

            `assay new media FILE` makes the record of a file that lies in content/media, and says what does not go out of it.

            `assay new check ARTICLE` drafts a claim and its verdict for an article; `assay new check "WORDS"` an article with \
            these words too. `--source ID`, as often as needed, names the evidence, and drafts the sources that are not there yet.

            Where an id belongs to records of several kinds, write the kind too: `--from article:an-id`.
            """
    )

    @Argument(
        help: ArgumentHelp("The kind of record, or `check`.", valueName: "kind"),
        completion: .list(NewKind.allValueStrings)
    )
    var wanted: NewKind

    @Argument(
        help: ArgumentHelp(
            "Its id: lower-case letters, digits and hyphens. Of a check: an article's id, or the words that were said.",
            valueName: "id"
        )
    )
    var id: String

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp("The record that it is made from.", valueName: "id"),
        completion: .origins
    )
    var origin: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "Who writes the verdict; the profile with git's user.email if left out.",
            valueName: "profile"
        ),
        completion: .profiles
    )
    var author: String?

    @Option(
        help: ArgumentHelp(
            "The statement of a claim; claims that are like it are named, so that nothing is checked twice.",
            valueName: "sentence"
        )
    )
    var statement: String?

    @Option(
        name: .customLong("source"),
        help: ArgumentHelp("A source of the check; drafted if it is not there yet.", valueName: "id")
    )
    var sources: [String] = []

    @Option(
        name: .customLong("id"),
        help: ArgumentHelp("The id of the check's claim; made of the words if left out.", valueName: "id")
    )
    var claimID: String?

    @Flag(help: "Open the file in the editor that VISUAL or EDITOR names.")
    var edit = false

    @Flag(help: "Leave out the explanations and the fields that can be left out.")
    var plain = false

    @OptionGroup var place: NewsroomPlace

    @Flag(name: [.short, .long], help: "Print the file's path and no more.")
    var quiet = false

    func validate() throws {
        if statement != nil {
            guard case .record(.claim) = wanted else { throw ValidationError("--statement is for claims") }
        }
        if case .record = wanted, !sources.isEmpty || claimID != nil {
            throw ValidationError("--source and --id are for `assay new check`")
        }
        if case .check = wanted, origin != nil {
            throw ValidationError("a check takes the article itself: `assay new check ARTICLE`")
        }
    }

    func run() async throws {
        switch wanted {
        case .record(let kind): try await make(kind)
        case .check: try await makeCheck()
        }
    }

    /// Makes the records of a check: all of them, or none.
    private func makeCheck() async throws {
        let editor = edit ? try Editor.fromEnvironment() : nil
        let opened = try await place.open()
        let email = author == nil ? await GitIdentity.email(in: opened.folder.root) : nil
        let drafts: [Drafting.Draft]
        do throws(DraftProblem) {
            drafts = try Drafting(newsroom: opened.newsroom, opened.loaded).drafts(
                .init(
                    subject: id,
                    id: claimID,
                    sources: sources,
                    author: author,
                    email: email,
                    isPlain: plain
                )
            )
        } catch {
            throw CommandFailure("\(error)")
        }
        do throws(NewFilesProblem) {
            try NewFiles.create(
                drafts.map { .init(path: $0.path, bytes: Array($0.text.utf8)) },
                in: opened.folder.root
            )
        } catch {
            throw CommandFailure(error.sentence)
        }
        let console = Console(format: .text, isQuiet: quiet)
        for draft in drafts {
            Console.show(draft.path)
            if !draft.missing.isEmpty { console.say("  fill in: \(draft.missing.joined(separator: ", "))") }
        }
        if !quiet, let words = Self.words(id, in: opened.newsroom) {
            let claims = drafts.compactMap { RecordKey(path: $0.path) }.filter { $0.kind == .claim }
            await sayRuledClaims(
                like: words,
                isStatement: true,
                in: opened,
                hiding: claims.map(\.id),
                console
            )
        }
        for draft in drafts { try editor?.edit(opened.folder.root + "/" + draft.path) }
    }

    private func make(_ kind: RecordKind) async throws {
        // First, so that a missing editor leaves no file behind.
        let editor = edit ? try Editor.fromEnvironment() : nil
        let opened = try await place.open { loaded in
            loaded.files[SiteSettings.path] == nil
                ? "there is no \(SiteSettings.path) in `\(place.name)`; `assay init DIR` makes a newsroom"
                : "\(SiteSettings.path) cannot be read, so it is not known what there is; run `assay check`"
        }
        let folder = opened.folder
        let email = kind == .verdict && author == nil ? await GitIdentity.email(in: folder.root) : nil
        let medium = kind == .medium ? try NewMedium(id, in: folder) : nil
        let draft = try draft(kind, opened.newsroom, opened.loaded, email: email, medium)
        do throws(NewFilesProblem) {
            try NewFiles.create([.init(path: draft.path, bytes: Array(draft.text.utf8))], in: folder.root)
        } catch {
            throw CommandFailure(error.sentence)
        }
        Console.show(draft.path)
        let console = Console(format: .text, isQuiet: quiet)
        for remark in medium?.remarks ?? [] { console.say(remark) }
        if !draft.missing.isEmpty { console.say("fill in: \(draft.missing.joined(separator: ", "))") }
        if let email, draft.missing.contains("authors") {
            console.say(
                "no single profile has git's e-mail address, \(email); `--as PROFILE` names the author"
            )
        }
        if kind == .claim, !quiet {
            await sayRuledClaims(
                like: statement ?? id.split(separator: "-").joined(separator: " "),
                isStatement: statement != nil,
                in: opened,
                hiding: [RecordID.normalised(id)],
                console
            )
        }
        try editor?.edit(folder.root + "/" + draft.path)
    }

    /// The words that a check is about; nil if it is about an article.
    private static func words(_ subject: String, in newsroom: Newsroom) -> String? {
        newsroom.articles.contains(id: RecordID.normalised(subject)) ? nil : subject
    }

    /// Says which claims are there already that are like a new one.
    /// - Parameter isStatement: whether the sentence is what is claimed. The words of an id say little, so that only what is sure is worth a
    ///   line.
    private func sayRuledClaims(
        like sentence: String,
        isStatement: Bool,
        in opened: OpenedNewsroom,
        hiding hidden: [String],
        _ console: Console
    ) async {
        guard let index = await ClaimIndexFile.index(of: opened.folder),
            let today = try? CommandDay.today(zone: opened.newsroom.settings.timeZone)
        else { return }
        let matches = Matcher(index).matches(for: sentence, limit: 3, hiding: Set(hidden))
        for match in matches where isStatement || match.certainty == .likely {
            let ruled = RuledClaim(match.claim)
            let verb = ruled.verdict.isEmpty ? "you have this claim" : "you ruled on this"
            let differences = match.differences.map(\.words).joined(separator: "; ")
            console.say(
                "\(match.certainty.rawValue): \(verb) in \(ruled.path): “\(match.claim.statement)” (\(ruled.words(on: today)))"
                    + (differences.isEmpty ? "" : "; differs: \(differences)")
            )
        }
    }

    private func draft(
        _ kind: RecordKind,
        _ newsroom: Newsroom,
        _ loaded: LoadedNewsroom,
        email: String?,
        _ medium: NewMedium?
    ) throws -> Drafting.Draft {
        do throws(DraftProblem) {
            return try Drafting(newsroom: newsroom, loaded).draft(
                .init(
                    kind: kind,
                    id: medium?.id ?? id,
                    origin: origin,
                    author: author,
                    email: email,
                    isPlain: plain,
                    known: medium?.known ?? statement.map { ["statement": $0] } ?? [:]
                )
            )
        } catch {
            throw CommandFailure("\(error)")
        }
    }
}
