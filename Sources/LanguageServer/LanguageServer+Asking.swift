import Diagnostics
import LanguageProtocol

/// What the server says to people, and asks them.
extension LanguageServer {
    /// How much a message weighs, by LSP's numbers.
    enum Weight: Int { case error = 1, warning, information }

    /// Shows a message.
    func show(_ message: String, _ weight: Weight) {
        send(
            .notification(
                "window/showMessage",
                ["type": .integer(weight.rawValue), "message": .string(message)]
            )
        )
    }

    /// Lets somebody choose.
    /// - Returns: the chosen words; nil if nothing was chosen.
    func choice(_ message: String, among words: [String]) async -> String? {
        let params: JSONValue = [
            "type": .integer(Weight.information.rawValue), "message": .string(message),
            "actions": .array(words.map { ["title": .string($0)] }),
        ]
        return await ask("window/showMessageRequest", params)?["title"]?.string
    }

    /// Opens a document, or an address outside the editor. A client that opens none is told of it in a message.
    func open(_ address: String, outside: Bool, saying message: String) async {
        let params: JSONValue = [
            "uri": .string(address), "external": .bool(outside), "takeFocus": true,
        ]
        let isShown =
            client.showsDocuments ? await ask("window/showDocument", params)?["success"] == true : false
        if !isShown || !outside { show(message, .information) }
    }

    /// Asks the client.
    /// - Returns: its answer; nil if it refused, or the server ends.
    private func ask(_ method: String, _ params: JSONValue) async -> JSONValue? {
        askedCount += 1
        let id = CallID.text("assay-\(askedCount)")
        return await withCheckedContinuation { continuation in
            asked[id] = continuation
            send(.request(id, method, params))
        }
    }

    /// Takes the client's answer.
    func heard(_ result: JSONValue?, to id: CallID) {
        asked.removeValue(forKey: id)?.resume(returning: result)
    }
}
