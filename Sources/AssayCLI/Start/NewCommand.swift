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

            Where an id belongs to records of several kinds, write the kind too: `--from article:an-id`.
            """
    )

    @Argument(help: ArgumentHelp("The kind of record.", valueName: "kind"))
    var kind: RecordKind

    @Argument(help: ArgumentHelp("Its id: lower-case letters, digits and hyphens.", valueName: "id"))
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

    @Flag(help: "Open the file in the editor that VISUAL or EDITOR names.")
    var edit = false

    @Flag(help: "Leave out the explanations and the fields that can be left out.")
    var plain = false

    @OptionGroup var place: NewsroomPlace

    @Flag(name: [.short, .long], help: "Print the file's path and no more.")
    var quiet = false

    func validate() throws {
        if statement != nil, kind != .claim { throw ValidationError("--statement is for claims") }
    }

    func run() async throws {
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
        let draft = try draft(opened.newsroom, opened.loaded, email: email, medium)
        do throws(NewFilesProblem) {
            try NewFiles.create([.init(path: draft.path, bytes: Array(draft.text.utf8))], in: folder.root)
        } catch {
            throw CommandFailure(Self.message(for: error))
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
        if kind == .claim, !quiet { await sayRuledClaims(in: opened, console) }
        try editor?.edit(folder.root + "/" + draft.path)
    }

    /// Says which claims are there already that are like the new one: by its statement, or else by the words of its id.
    private func sayRuledClaims(in opened: OpenedNewsroom, _ console: Console) async {
        let sentence = statement ?? id.split(separator: "-").joined(separator: " ")
        guard let index = await ClaimIndexFile.index(of: opened.folder),
            let today = try? CommandDay.today(zone: opened.newsroom.settings.timeZone)
        else { return }
        let matches = Matcher(index).matches(for: sentence, limit: 3, hiding: [RecordID.normalised(id)])
        // An id says little, so that only what is sure is worth a line.
        for match in matches where statement != nil || match.certainty == .likely {
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
        _ newsroom: Newsroom,
        _ loaded: LoadedNewsroom,
        email: String?,
        _ medium: NewMedium?
    ) throws -> Drafting.Draft {
        do throws(DraftProblem) {
            return try Drafting(newsroom: newsroom, paths: loaded.paths, findings: loaded.diagnostics).draft(
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

    private static func message(for problem: NewFilesProblem) -> String {
        switch problem {
        case .taken(let paths): "there is \(paths.joined(separator: ", ")) already; nothing was written"
        case .file(let path, let problem): "`\(path)` cannot be made: \(problem)"
        }
    }
}

extension LoadedNewsroom {
    /// The paths of all files, including unreadable ones.
    fileprivate var paths: [String] {
        Array(Set(files.keys).union(diagnostics.compactMap { $0.span?.file }))
    }
}
