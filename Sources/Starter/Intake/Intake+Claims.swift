import Importing
import Newsroom

/// What a person decided about the drafts that an import makes.
package struct ClaimDrafts: Sendable {
    /// The rulings of others in the newsroom's own.
    package let ratings: RatingsTable?
    /// The profile of who writes the verdicts.
    package let author: String?
    /// What a claimant is of whom the file does not say it; nil to leave such claims out.
    package let claimants: Profile.ProfileKind?

    /// Notes the decisions.
    package init(ratings: RatingsTable?, author: String?, claimants: Profile.ProfileKind?) {
        self.ratings = ratings
        self.author = author
        self.claimants = claimants
    }
}

extension Intake {
    /// Takes the items of a file as drafts of claims, each with a verdict where the table has a ruling for it.
    ///
    /// The item goes into the inbox, too, and keeps where the claim came from.
    package mutating func takeClaims(
        _ items: [IncomingItem],
        _ drafts: ClaimDrafts,
        findings: inout ImportFindings
    ) -> IntakeOutcome {
        var addresses = KnownAddresses(newsroom)
        var profiles = KnownProfiles(newsroom)
        var claims: [ItemKey: String] = [:]
        for claim in newsroom.claims { claims[ItemKey(claim.statement.value)] = claim.id }
        for item in newsroom.inbox {
            if let claim = item.claim?.value { claims[ItemKey(item.words.value)] = claim }
        }
        for (key, gathered) in GatheredItem.gather(items, into: &findings) {
            let item = gathered.item
            if let known = claims[key] {
                take(key, gathered, claim: known)
                continue
            }
            guard let who = item.who else {
                leaveOut("a claim without a claimant: it is in the inbox only")
                take(key, gathered, claim: nil)
                continue
            }
            guard let claimant = profile(who, item, drafts, &profiles) else {
                leaveOut(
                    "a claimant who may be a person or an organisation: in the inbox only; `--claimants person` decides"
                )
                take(key, gathered, claim: nil)
                continue
            }
            let id = freeID(.claim, key.slug(), key)
            var lines = ["---", "statement: " + YAMLText.scalar(item.words), "claimant: \(claimant)"]
            lines += ItemText.line("stated", item.made) + ["---"]
            add(.claim, id, lines)
            outcome.newClaims += 1
            claims[key] = id
            verdict(on: id, item, drafts, &addresses)
            take(key, gathered, claim: id)
        }
        return outcome
    }

    private mutating func profile(
        _ name: String,
        _ item: IncomingItem,
        _ drafts: ClaimDrafts,
        _ profiles: inout KnownProfiles
    ) -> String? {
        if let id = profiles[name] { return id }
        guard let kind = item.isOrganisation.map({ $0 ? .organisation : .person }) ?? drafts.claimants else {
            return nil
        }
        let key = ItemKey(name)
        let id = freeID(.profile, key.slug(), key)
        add(.profile, id, ["---", "name: " + YAMLText.scalar(name), "kind: \(kind.rawValue)", "---"])
        outcome.newProfiles += 1
        profiles[name] = id
        return id
    }

    /// Makes the draft of a verdict, where the table has a ruling for one of those of others.
    private mutating func verdict(
        on claim: String,
        _ item: IncomingItem,
        _ drafts: ClaimDrafts,
        _ addresses: inout KnownAddresses
    ) {
        var mapped: (ruling: String, by: ForeignRuling)?
        for ruling in item.rulings {
            guard let rating = ruling.rating else { continue }
            if let own = drafts.ratings?.ruling(for: rating, of: ruling.publisher) {
                mapped = mapped ?? (own, ruling)
            } else {
                outcome.unmapped["\(rating) (\(ruling.publisher ?? "nobody named"))", default: 0] += 1
            }
        }
        guard let (own, ruling) = mapped, let rating = ruling.rating else { return }
        guard let author = drafts.author else {
            leaveOut("a verdict without an author: `--author PROFILE` names one")
            return
        }
        let says =
            "\(ruling.publisher ?? "Another publisher") ruled “\(rating)”"
            + (ruling.date.map { " (\($0))" } ?? "")
        var lines = ["---", "claim: \(claim)", "ruling: \(own)"]
        lines.append("title: " + YAMLText.scalar(ruling.title ?? item.words))
        lines.append("summary: " + YAMLText.scalar(says + "."))
        lines.append("authors: \(author)")
        if let source = source(ruling, item, &addresses) {
            lines += ["evidence:", "  - source: \(source)", "    stance: context"]
            lines.append("    shows: " + YAMLText.scalar(says + "."))
        }
        add(.verdict, freeID(.verdict, claim, ItemKey(claim)), lines + ["---"])
        outcome.newVerdicts += 1
    }
}

/// The profiles of a newsroom by their names, whatever the case.
struct KnownProfiles {
    private var ids: [String: String] = [:]

    init(_ newsroom: Newsroom) {
        for profile in newsroom.profiles { self[profile.name.value] = profile.id }
    }

    subscript(_ name: String) -> String? {
        get { ids[name.lowercased()] }
        set { ids[name.lowercased()] = newValue }
    }
}
