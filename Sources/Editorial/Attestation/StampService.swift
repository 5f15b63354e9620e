import Stamps

/// The network, as far as stamping needs it.
///
/// It is handed in, because nothing below the commands reaches the network.
package struct StampService: Sendable {
    /// One question.
    package struct Question: Sendable {
        /// The address.
        package let address: String
        /// The content of a POST with its media type; nil for a GET.
        package let content: (type: String, bytes: [UInt8])?
        /// The media type of the answer.
        package let accepts: String
        /// The largest answer, in bytes.
        package let limit: Int
    }

    /// An answer.
    package struct Answer: Sendable {
        /// The HTTP status.
        package let status: Int
        /// The body, without transfer or content encoding.
        package let body: [UInt8]

        /// Makes an answer.
        package init(status: Int, body: [UInt8]) {
            self.status = status
            self.body = body
        }
    }

    /// The reason why there is no answer, as a part of a sentence.
    package struct Failure: Error, Sendable {
        /// The reason.
        package let reason: String

        /// Makes a reason.
        package init(_ reason: String) { self.reason = reason }
    }

    private let ask: @Sendable (Question) async -> Result<Answer, Failure>

    /// Makes a service of a function that asks.
    package init(_ ask: @Sendable @escaping (Question) async -> Result<Answer, Failure>) { self.ask = ask }

    /// The body of the answer to a question.
    func body(of question: Question) async throws(Failure) -> [UInt8] {
        let answer = try await answer(to: question)
        guard answer.status == 200 else { throw Failure("it answered with status \(answer.status)") }
        return answer.body
    }

    /// The answer to a question.
    func answer(to question: Question) async throws(Failure) -> Answer {
        let answer = try await ask(question).get()
        guard answer.body.count <= question.limit else {
            throw Failure("its answer has \(answer.body.count) bytes, and at most \(question.limit) are read")
        }
        return answer
    }

    /// A query to a time-stamp authority.
    static func question(_ query: TimeStampQuery, to address: String) -> Question {
        Question(
            address: address,
            content: (TimeStampQuery.mediaType, query.bytes),
            accepts: TimeStampQuery.replyType,
            limit: TimeStampReply.sizeLimit
        )
    }

    /// A submission to a calendar.
    static func question(_ submission: CalendarSubmission, to address: String) -> Question {
        Question(
            address: address + "/" + Calendar.submissionPath,
            content: ("application/octet-stream", submission.message),
            accepts: Calendar.mediaType,
            limit: Calendar.answerLimit
        )
    }

    /// A question for the rest of a proof.
    static func question(about message: [UInt8], to address: String) -> Question {
        Question(
            address: address + "/" + Calendar.path(of: message),
            content: nil,
            accepts: Calendar.mediaType,
            limit: Calendar.answerLimit
        )
    }
}
