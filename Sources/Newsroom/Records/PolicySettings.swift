import Diagnostics

/// The part `policy` of the settings: what it takes to publish a ruling.
package struct PolicySettings: Hashable, Sendable {
    /// The trigger of a verdict's publication.
    package enum Mode: String, Hashable, Sendable, CaseIterable {
        /// The day in the verdict's `published`.
        case simple
        /// Sign-offs, and an entry in the journal.
        case newsroom
    }

    /// The rule by which the reviewers' rulings are counted.
    package enum Votes: String, Hashable, Sendable, CaseIterable {
        /// Unanimity: nobody signs who comes to another ruling than the verdict's.
        case agreement
        /// More than half of the sign-offs; the dissent of the others is kept and shown.
        case majority
    }

    /// The need for signatures in journals.
    package enum Signatures: String, Hashable, Sendable, CaseIterable {
        /// Required: only signed lines count.
        case required
        /// Optional: whoever has a key may sign.
        case optional
    }

    /// The people who may do something that the policy names.
    package enum Right: String, Hashable, Sendable, CaseIterable {
        /// Everybody with a role.
        case everybody
        /// The editors: people with the role `desk`.
        case editors
    }

    /// The trigger of a verdict's publication.
    package var mode = Mode.simple
    /// The number of reviewers who have to sign off a text.
    package var signOffs = 1
    /// The number of organisations that these reviewers have to come from.
    package var organisations = 1
    /// The rule by which their rulings are counted.
    package var votes = Votes.agreement
    /// Whether claimants have to be asked for a reply before publication.
    package var rightOfReply = false
    /// The time that a claimant has to answer before publication, in hours; 0 for none.
    package var replyHours = 0
    /// The number of independent lineages of evidence that a rating needs.
    package var minimumLineages = 1
    /// The need for signatures in journals.
    package var signatures = Signatures.optional
    /// The people who publish and correct.
    package var publish = Right.everybody
    /// The people who retract.
    package var retract = Right.everybody
    /// Whether each step of the desk is committed.
    package var commits = false

    /// The longest time to answer, in hours: one leap year.
    private static let longestWait = 8784

    /// Makes the default policy.
    package init() {}
}

extension PolicySettings {
    static let fields: [FieldDescription] = [
        .init(
            "mode",
            .choice(of: PolicySettings.Mode.self),
            .ofTheSite,
            "what publishes a verdict; `simple` if left out"
        ),
        .init("sign-offs", .number, .ofTheSite, "how many reviewers sign a text off; 1 if left out"),
        .init("organisations", .number, .ofTheSite, "from how many organisations they are; 1 if left out"),
        .init(
            "votes",
            .choice(of: PolicySettings.Votes.self),
            .ofTheSite,
            "how their rulings count; `agreement` if left out"
        ),
        .init("right-of-reply", .flag, .ofTheSite, "whether the claimant has to be asked before publication"),
        .init(
            "reply-hours",
            .number,
            .ofTheSite,
            "how many hours the claimant has to answer before publication; none if left out"
        ),
        .init(
            "minimum-lineages",
            .number,
            .ofTheSite,
            "how many independent lineages a rating needs; 1 if left out"
        ),
        .init(
            "signatures",
            .choice(of: PolicySettings.Signatures.self),
            .ofTheSite,
            "whether sign-offs and publications are signed; `optional` if left out"
        ),
        .init(
            "publish",
            .choice(of: PolicySettings.Right.self),
            .ofTheSite,
            "who publishes and corrects; `everybody` with a role if left out"
        ),
        .init(
            "retract",
            .choice(of: PolicySettings.Right.self),
            .ofTheSite,
            "who retracts; `everybody` with a role if left out"
        ),
        .init("commit", .flag, .ofTheSite, "whether git commits each step of the desk; no if left out"),
    ]
}

extension PolicySettings {
    init(_ fields: inout FieldReader) {
        self.init()
        if let mode = fields.choice("mode", Mode.self) { self.mode = mode.value }
        if let number = fields.number("sign-offs") { signOffs = number.value }
        if let number = fields.number("organisations") { organisations = number.value }
        if let votes = fields.choice("votes", Votes.self) { self.votes = votes.value }
        rightOfReply = fields.flag("right-of-reply")
        if let number = fields.number("reply-hours") { replyHours = min(number.value, Self.longestWait) }
        if let number = fields.number("minimum-lineages") { minimumLineages = number.value }
        if let signatures = fields.choice("signatures", Signatures.self) {
            self.signatures = signatures.value
        }
        if let right = fields.choice("publish", Right.self) { publish = right.value }
        if let right = fields.choice("retract", Right.self) { retract = right.value }
        commits = fields.flag("commit")
        if replyHours > 0, !rightOfReply {
            fields.report(
                .wrongType,
                "`reply-hours` says how long to wait for an answer, and nobody has to be asked",
                at: fields.range(of: "reply-hours"),
                help: "add `right-of-reply: yes`, or take `reply-hours` out"
            )
        }
        if organisations > signOffs {
            fields.report(
                .wrongType,
                "\(signOffs) sign-offs cannot come from \(organisations) organisations",
                at: fields.range(of: "organisations"),
                help: "raise `sign-offs`, or lower `organisations`"
            )
        }
    }
}
