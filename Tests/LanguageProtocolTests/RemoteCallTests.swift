import Diagnostics
import Testing

@testable import LanguageProtocol

@Suite("Messages of JSON-RPC")
struct RemoteCallTests {
    private static func read(_ text: String) throws -> RemoteCall { try RemoteCall(Array(text.utf8)) }

    @Test("requests, notifications and responses are told apart")
    func kinds() throws {
        #expect(
            try Self.read(#"{"jsonrpc":"2.0","id":1,"method":"a"}"#)
                == .request(id: .number(1), method: "a", params: .null)
        )
        #expect(
            try Self.read(#"{"id":"x","method":"a","params":[1]}"#)
                == .request(id: .text("x"), method: "a", params: [1])
        )
        #expect(
            try Self.read(#"{"method":"a\/b","params":{"c":1.5}}"#)
                == .notification(method: "a/b", params: ["c": 1])
        )
        #expect(try Self.read(#"{"id":2,"result":null}"#) == .response(id: .number(2), result: .null))
        #expect(
            try Self.read(#"{"id":2,"error":{"code":1,"message":"no"}}"#)
                == .response(id: .number(2), result: nil)
        )
    }

    @Test(
        "what is no message is answered with its error",
        arguments: [
            ("{", CallFailure.Code.parse), ("", .parse), ("[]", .invalidRequest), ("{}", .invalidRequest),
            (#"{"id":{},"method":"a"}"#, .invalidRequest), (#"{"id":null,"method":"a"}"#, .invalidRequest),
            (#"{"id":1,"method":2}"#, .invalidRequest), ("\u{0}", .parse), (#"{"a":tru}"#, .parse),
        ]
    )
    func mistakes(_ text: String, _ code: CallFailure.Code) {
        let failure = #expect(throws: CallFailure.self) { try Self.read(text) }
        #expect(failure?.code == code)
    }

    @Test("a message that is nested without end is an error, and no crash")
    func deepMessage() {
        let failure = #expect(throws: CallFailure.self) {
            try Self.read(String(repeating: "[", count: 100_000))
        }
        #expect(failure?.code == .parse)
    }

    @Test("the id of a request that cannot be used is in the error")
    func idOfMistake() {
        let failure = #expect(throws: CallFailure.self) { try Self.read(#"{"id":7,"method":[]}"#) }
        #expect(failure?.id == .number(7))
    }

    @Test(
        "what JavaScript and Lua write is taken: fractions, exponents, half characters, names that are there twice"
    )
    func lenient() throws {
        let text =
            #"{"method":"a","params":{"n":[1.0,-2.7,1e3,12345678901234567890,0.5],"s":"x\ud83dy\udc00","t":"\ud83d\ude00","a":1,"a":2}}"#
        #expect(
            try Self.read(text)
                == .notification(
                    method: "a",
                    params: [
                        "n": [1, -2, 1000, .integer(.max), 0], "s": "x\u{FFFD}y\u{FFFD}", "t": "\u{1F600}",
                        "a": 1,
                    ]
                )
        )
    }

    @Test("messages of ours are read back")
    func writing() throws {
        let call = JSONValue.request(.text("a"), "m", ["b": 1]).serialized()
        #expect(try RemoteCall(call) == .request(id: .text("a"), method: "m", params: ["b": 1]))
        let failure = CallFailure(.number(3), .cancelled, "no")
        #expect(
            JSONValue.failure(failure).text()
                == #"{"jsonrpc":"2.0","id":3,"error":{"code":-32800,"message":"no"}}"#
        )
        #expect(JSONValue.answer(to: .number(1), .null).text() == #"{"jsonrpc":"2.0","id":1,"result":null}"#)
    }
}
