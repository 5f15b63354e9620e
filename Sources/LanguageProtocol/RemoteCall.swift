import Diagnostics

/// A message of JSON-RPC 2.0, as a client sends it.
package enum RemoteCall: Hashable, Sendable {
    /// A question that is to be answered.
    case request(id: CallID, method: String, params: JSONValue)
    /// Something to know, without an answer.
    case notification(method: String, params: JSONValue)
    /// The answer to a question of ours; an error of the other side is no result.
    case response(id: CallID, result: JSONValue?)

    /// The deepest nesting of a message.
    static let depthLimit = 64

    /// Reads a message.
    /// - Throws: the error that answers it, with the id as far as it could be read.
    package init(_ bytes: [UInt8]) throws(CallFailure) {
        let message: JSONValue
        do throws(JSONProblem) {
            message = try JSONValue(parsing: bytes, depth: Self.depthLimit, leniently: true)
        } catch {
            throw CallFailure(
                nil,
                .parse,
                "the message is not JSON: \(error.message), at byte \(error.offset)"
            )
        }
        let id = message["id"].flatMap(CallID.init)
        guard case .object = message else {
            throw CallFailure(nil, .invalidRequest, "the message is no object")
        }
        guard let method = message["method"] else {
            guard let id else {
                throw CallFailure(nil, .invalidRequest, "the message has neither a method nor an id")
            }
            // A bare `nil` would be the value `null`.
            let failed = message["error"] != Optional.none
            self = .response(id: id, result: failed ? Optional.none : message["result"] ?? .null)
            return
        }
        guard let name = method.string else {
            throw CallFailure(id, .invalidRequest, "the name of a method is a text")
        }
        let params = message["params"] ?? .null
        guard message["id"] != nil else {
            self = .notification(method: name, params: params)
            return
        }
        guard let id else {
            throw CallFailure(nil, .invalidRequest, "the id of a request is a number or a text")
        }
        self = .request(id: id, method: name, params: params)
    }
}

/// The id of a request.
package enum CallID: Hashable, Sendable {
    /// A number.
    case number(Int)
    /// A text.
    case text(String)

    /// Reads an id; nil if the value cannot be one.
    package init?(_ value: JSONValue) {
        switch value {
        case .integer(let number): self = .number(number)
        case .string(let text): self = .text(text)
        default: return nil
        }
    }

    /// The id in a message.
    package var json: JSONValue {
        switch self {
        case .number(let number): .integer(number)
        case .text(let text): .string(text)
        }
    }
}

/// A request that cannot be answered: the error of JSON-RPC.
package struct CallFailure: Error, Hashable {
    /// The codes of JSON-RPC 2.0 and LSP 3.17.
    package enum Code: Int, Hashable, Sendable {
        /// The message is not JSON.
        case parse = -32700
        /// The message is no request.
        case invalidRequest = -32600
        /// There is no such method.
        case unknownMethod = -32601
        /// The parameters are not those of the method.
        case invalidParams = -32602
        /// Something failed here.
        case `internal` = -32603
        /// `initialize` has to come first.
        case notInitialized = -32002
        /// The client took its request back.
        case cancelled = -32800
        /// The request was valid and cannot be done.
        case failed = -32803
    }

    /// The request; nil if it could not be read.
    package let id: CallID?
    /// The code.
    package let code: Code
    /// The reason for people, without a full stop.
    package let message: String

    /// Makes an error.
    package init(_ id: CallID?, _ code: Code, _ message: String) {
        self.id = id
        self.code = code
        self.message = message
    }

    /// Makes an error that is not of a request yet.
    package init(_ code: Code, _ message: String) { self.init(nil, code, message) }

    /// The same error as the answer to a request.
    package func answering(_ id: CallID) -> CallFailure { CallFailure(id, code, message) }
}

/// Messages that a server sends.
extension JSONValue {
    /// The answer to a request.
    package static func answer(to id: CallID, _ result: JSONValue) -> JSONValue {
        ["jsonrpc": "2.0", "id": id.json, "result": result]
    }

    /// The answer to a request that failed.
    package static func failure(_ failure: CallFailure) -> JSONValue {
        [
            "jsonrpc": "2.0",
            "id": failure.id?.json ?? .null,
            "error": ["code": .integer(failure.code.rawValue), "message": .string(failure.message)],
        ]
    }

    /// Something that the client ought to know.
    package static func notification(_ method: String, _ params: JSONValue) -> JSONValue {
        ["jsonrpc": "2.0", "method": .string(method), "params": params]
    }

    /// A question to the client.
    package static func request(_ id: CallID, _ method: String, _ params: JSONValue) -> JSONValue {
        ["jsonrpc": "2.0", "id": id.json, "method": .string(method), "params": params]
    }
}
