import ArgumentParser
import Files
import Newsroom
import Starter

struct InboxClaim: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claim",
        abstract: "Makes the draft of a claim from an item, which keeps where it came from."
    )

    @Argument(help: ArgumentHelp("The item's id.", valueName: "item"), completion: .items)
    var item: String

    @Option(help: ArgumentHelp("The claim's id; made of its words if left out.", valueName: "id"))
    var id: String?

    @Option(help: ArgumentHelp("The profile of who made it.", valueName: "profile"), completion: .profiles)
    var claimant: String?

    @Flag(help: "Leave out the explanations and the fields that can be left out.")
    var plain = false

    @OptionGroup var place: NewsroomPlace

    func run() async throws {
        let room = try await InboxRoom(place)
        let newsroom = room.opened.newsroom
        let item = try room.item(item)
        if let claim = item.claim?.value {
            throw CommandFailure("the claim `\(claim)` answers `\(item.id)` already")
        }
        if let known = InboxWork.claim(with: item, in: newsroom) {
            throw CommandFailure(
                "the claim `\(known.id)` has these words; `assay inbox answer \(item.id) \(known.id)` says that it answers the item"
            )
        }
        if let claimant, !newsroom.profiles.contains(id: RecordID.normalised(claimant)) {
            throw CommandFailure("there is no profile `\(claimant)`; `assay new profile` makes one")
        }
        let draft: Drafting.Draft
        let id = RecordID.normalised(id ?? InboxWork.claimID(for: item))
        do throws(DraftProblem) {
            draft = try Drafting(newsroom: newsroom, room.opened.loaded).draft(
                .init(
                    kind: .claim,
                    id: id,
                    isPlain: plain,
                    known: InboxWork.draft(
                        of: item,
                        claimant: claimant.map(RecordID.normalised),
                        in: newsroom
                    )
                )
            )
        } catch {
            throw CommandFailure("\(error)")
        }
        try room.write(
            [.init(path: draft.path, bytes: Array(draft.text.utf8))],
            [(item, InboxWork.answered(item, by: id))]
        )
        Console.show(draft.path)
        if !draft.missing.isEmpty { Console.warn("fill in: \(draft.missing.joined(separator: ", "))") }
        for ruling in item.rulings {
            Console.warn(
                "others: \(ruling.rating ?? "?") (\(ruling.publisher ?? "?")) \(ruling.url ?? "")"
            )
        }
    }
}

struct InboxAnswer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer",
        abstract: "Says which claim answers an item."
    )

    @Argument(help: ArgumentHelp("The item's id.", valueName: "item"), completion: .items)
    var item: String

    @Argument(help: ArgumentHelp("The claim's id.", valueName: "claim"), completion: .claims)
    var claim: String

    @OptionGroup var place: NewsroomPlace

    func run() async throws {
        let room = try await InboxRoom(place)
        let item = try room.item(item)
        let id = RecordID.normalised(claim)
        guard room.opened.newsroom.claims.contains(id: id) else {
            throw CommandFailure("there is no claim `\(claim)`")
        }
        try room.write([], [(item, InboxWork.answered(item, by: id))])
        Console.show("\(item.file.path): answered by \(id)")
    }
}

struct InboxDismiss: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dismiss",
        abstract: "Says why items are not checked."
    )

    @Argument(help: ArgumentHelp("The items' ids.", valueName: "item"), completion: .items)
    var items: [String]

    @Option(help: ArgumentHelp("Why, in one sentence.", valueName: "text"))
    var reason: String

    @OptionGroup var place: NewsroomPlace

    func validate() throws { try DeskOptions.require(reason, "--reason") }

    func run() async throws {
        let room = try await InboxRoom(place)
        let found = try items.map { typed throws(CommandFailure) in try room.item(typed) }
        try room.write([], found.map { ($0, InboxWork.dismissed($0, because: reason)) })
        for item in found { Console.show("\(item.file.path): dismissed") }
    }
}

struct InboxReopen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: "Puts an item that was answered or dismissed back among the open ones."
    )

    @Argument(help: ArgumentHelp("The item's id.", valueName: "item"), completion: .items)
    var item: String

    @OptionGroup var place: NewsroomPlace

    func run() async throws {
        let room = try await InboxRoom(place)
        let item = try room.item(item)
        try room.write([], [(item, InboxWork.reopened(item))])
        Console.show("\(item.file.path): open")
    }
}

struct InboxMerge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Makes one item of those that are the same claim.",
        discussion: """
            With two ids, the first goes into the second. Without any, all items whose words are the same but for case and \
            punctuation become one. The one that stays gets the other's places, rulings and files, and their counts are added.
            """
    )

    @Argument(
        help: ArgumentHelp("The item that goes, and the one that stays.", valueName: "item"),
        completion: .items
    )
    var items: [String] = []

    @OptionGroup var place: NewsroomPlace

    func validate() throws {
        if !items.isEmpty, items.count != 2 || items[0] == items[1] {
            throw ValidationError("name the item that goes and the one that stays, or none")
        }
    }

    func run() async throws {
        if !items.isEmpty {
            let room = try await InboxRoom(place)
            return try Self.merge([(try room.item(items[1]), try room.item(items[0]))], in: room)
        }
        var isFirst = true
        while true {
            // What is merged of three is two first, and is read again.
            let room = try await InboxRoom(place)
            let pairs = InboxWork.duplicates(in: room.opened.newsroom).compactMap { group in
                group.count > 1 ? (stays: group[0], goes: group[1]) : nil
            }
            guard !pairs.isEmpty else { break }
            try Self.merge(pairs, in: room)
            isFirst = false
        }
        if isFirst { Console.show("no two items have the same words") }
    }

    private static func merge(_ pairs: [(stays: InboxItem, goes: InboxItem)], in room: InboxRoom) throws {
        try room.write(
            [],
            pairs.map { ($0.stays, InboxWork.merged($0.stays, with: $0.goes)) },
            removing: pairs.map(\.goes.file.path)
        )
        for pair in pairs { Console.show("\(pair.goes.id) is part of \(pair.stays.id) now") }
    }
}
