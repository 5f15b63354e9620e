import Diagnostics

/// How rulings come to be published: the part `policy` of the settings.
package struct PolicySettings: Hashable, Sendable {
    /// What publishes a verdict.
    package enum Mode: String, Hashable, Sendable, CaseIterable {
        /// Its `published` day.
        case simple
        /// Sign-offs, and an entry in the journal.
        case newsroom
    }

    /// How the reviewers' rulings count.
    package enum Votes: String, Hashable, Sendable, CaseIterable {
        /// Whoever comes to another ruling than the verdict does not sign.
        case agreement
        /// More than half of those who sign come to the verdict's ruling; the others' dissent is kept and shown.
        case majority
    }

    /// Whether what is written into a journal has to be signed.
    package enum Signatures: String, Hashable, Sendable, CaseIterable {
        /// Sign-offs and publications are.
        case required
        /// Whoever has a key may.
        case optional
    }

    /// What publishes a verdict.
    package var mode = Mode.simple
    /// How many reviewers have to sign off a text.
    package var signOffs = 1
    /// From how many organisations they have to be.
    package var organisations = 1
    /// How their rulings count.
    package var votes = Votes.agreement
    /// Whether the claimant has to be asked before publication.
    package var rightOfReply = false
    /// How many hours the claimant has to answer before publication; 0 for none.
    package var replyHours = 0
    /// How many independent lineages of evidence a rating needs.
    package var minimumLineages = 1
    /// Whether entries have to be signed.
    package var signatures = Signatures.optional

    /// Nobody waits longer than a year, in hours.
    private static let longestWait = 8784

    /// Makes the policy of a newsroom that says nothing.
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
