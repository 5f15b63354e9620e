import Captures
import Digests
import WARC

/// What an address answered once, as a line of the watch log has it.
package struct Observation: Hashable, Sendable {
    /// What was seen, compared with the captured copy.
    package enum Outcome: String, Hashable, Sendable, CaseIterable {
        /// The same bytes.
        case same
        /// Other bytes, with the same visible text.
        case sameText = "same-text"
        /// The same text at another address, to which the old one leads for good (301, 308).
        case moved
        /// Another text.
        case changed
        /// An answer, with no copy to compare it with.
        case seen
        /// A refusal: 401, 403, 429, 451, a challenge. It says nothing about whether the page is there.
        case blocked
        /// No answer, or an error of the server.
        case failing
        /// 404 or 410.
        case missing
        /// A page that answers 200 and is another one: two of three signs say so.
        case softMissing = "soft-404"
    }

    /// A sign that a page which answers is gone all the same.
    package enum Sign: String, Hashable, Sendable, CaseIterable {
        /// The address leads to the front page, or to another host.
        case redirect
        /// An address beside it that cannot exist answers with nearly the same text.
        case sibling
        /// Hardly any of the captured words are there.
        case words
    }

    /// When it was asked.
    package let at: WARCDate
    /// The record whose address it is.
    package let source: CapturedRecord
    /// The address that was asked for.
    package let url: String
    /// The address that answered; nil if it is the same.
    package let final: String?
    /// The HTTP status; nil without an answer.
    package let status: Int?
    /// What was seen.
    package let outcome: Outcome
    /// Why, in words, where the outcome is no answer of the page itself.
    package let reason: String?
    /// The capture that it was compared with.
    package let against: String?
    /// The SHA-256 of the entity-body.
    package let payload: Digest?
    /// The SHA-256 of the visible text.
    package let text: Digest?
    /// The title, if it is another than the copy's.
    package let title: String?
    /// The signs that the page is gone.
    package let signs: [Sign]
    /// The difference from the copy; nil if there is none, or the copy's file is not here.
    package let drift: Drift?

    /// Makes an observation.
    package init(
        at: WARCDate,
        source: CapturedRecord,
        url: String,
        final: String? = nil,
        status: Int? = nil,
        outcome: Outcome,
        reason: String? = nil,
        against: String? = nil,
        payload: Digest? = nil,
        text: Digest? = nil,
        title: String? = nil,
        signs: [Sign] = [],
        drift: Drift? = nil
    ) {
        self.at = at
        self.source = source
        self.url = url
        self.final = final
        self.status = status
        self.outcome = outcome
        self.reason = reason
        self.against = against
        self.payload = payload
        self.text = text
        self.title = title
        self.signs = signs
        self.drift = drift
    }
}
