import Assay
import Diagnostics
import Files
import LanguageProtocol
import Newsroom

/// The server of LSP 3.17: takes messages in their order, and answers requests while further ones arrive.
///
/// A request that fails is answered with its error, and never ends the server.
package actor LanguageServer {
    /// What the server is told of its surroundings.
    package struct Surroundings: Sendable {
        /// The version of the program.
        let version: String
        /// The page of all rules on the web; nil if there is none.
        let rulesPage: String?
        /// The newsroom's folder, where the client need not name it.
        let folder: String?
        /// The day that counts as today in a newsroom.
        let today: @Sendable (FileTree) -> @Sendable () -> CalendarDate
        /// How long nobody has typed before the whole newsroom is checked.
        let pause: Duration
        /// The time at the desk.
        let clock: DeskClock
        /// Sends a message, without its frame.
        let send: @Sendable ([UInt8]) -> Void
        /// Notes something for people.
        let log: @Sendable (String) -> Void

        /// Describes the surroundings.
        package init(
            version: String,
            rulesPage: String? = nil,
            folder: String? = nil,
            today: @Sendable @escaping (FileTree) -> @Sendable () -> CalendarDate,
            pause: Duration = .milliseconds(300),
            clock: DeskClock = DeskClock(sourceDateEpoch: nil),
            send: @Sendable @escaping ([UInt8]) -> Void,
            log: @Sendable @escaping (String) -> Void
        ) {
            self.version = version
            self.rulesPage = rulesPage
            self.folder = folder
            self.today = today
            self.pause = pause
            self.clock = clock
            self.send = send
            self.log = log
        }
    }

    private enum Phase { case new, running, shutDown }

    let surroundings: Surroundings
    private var phase = Phase.new
    var client = ClientAbilities()
    var documents = OpenDocuments()
    var newsrooms: [String: ServedNewsroom] = [:]
    /// The tasks of the newsrooms, which end with the server.
    var following: [Task<Void, Never>] = []
    private var answering: [CallID: Task<Void, Never>] = [:]
    /// The questions to the client that it has not answered.
    var asked: [CallID: CheckedContinuation<JSONValue?, Never>] = [:]
    var askedCount = 0
    /// The last findings of each open document, and the version that they are of.
    var published: [String: (version: Int, findings: JSONValue)] = [:]

    /// Makes a server that waits for `initialize`.
    package init(_ surroundings: Surroundings) { self.surroundings = surroundings }

    /// Takes a message.
    /// - Returns: the exit status when the server is to end.
    package func take(_ message: [UInt8]) async -> Int32? {
        do throws(CallFailure) {
            switch try RemoteCall(message) {
            case .request(let id, let method, let params): await request(id, method, params)
            case .notification("exit", _):
                stop()
                return phase == .shutDown ? 0 : 1
            case .notification(let method, let params): await note(method, params)
            case .response(let id, let result): heard(result, to: id)
            }
        } catch {
            surroundings.log(error.message)
            send(.failure(error))
        }
        return nil
    }

    /// Takes note of a message that was too long to be read.
    package func refuse(tooLong length: Int) {
        let failure = CallFailure(.invalidRequest, "a message of \(length) bytes is too long")
        surroundings.log(failure.message)
        send(.failure(failure))
    }

    /// Whether the client said that the end is near: a connection may end then.
    package var isShutDown: Bool { phase == .shutDown }

    /// Ends what goes on beside messages.
    package func stop() {
        for task in following { task.cancel() }
        for task in answering.values { task.cancel() }
        for id in Array(asked.keys) { heard(nil, to: id) }
    }

    func send(_ message: JSONValue) { surroundings.send(message.serialized()) }

    // MARK: - Requests

    private func request(_ id: CallID, _ method: String, _ params: JSONValue) async {
        switch (phase, method) {
        case (.new, "initialize"):
            await initialize(params)
            send(.answer(to: id, ServerAbilities.json(client, version: surroundings.version)))
        case (.new, _): send(.failure(CallFailure(id, .notInitialized, "`initialize` comes first")))
        case (.shutDown, _): send(.failure(CallFailure(id, .invalidRequest, "the server is shut down")))
        case (.running, "initialize"):
            send(.failure(CallFailure(id, .invalidRequest, "the server is initialized already")))
        case (.running, "shutdown"):
            phase = .shutDown
            stop()
            send(.answer(to: id, .null))
        case (.running, _):
            guard answering[id] == nil else {
                send(.failure(CallFailure(id, .invalidRequest, "this id is that of another request")))
                return
            }
            do throws(CallFailure) {
                let work = try work(method, params)
                answering[id] = Task { await self.answer(id, method, work) }
            } catch {
                send(.failure(error.answering(id)))
            }
        }
    }

    private func answer(
        _ id: CallID,
        _ method: String,
        _ work: @Sendable @escaping () async throws -> JSONValue
    ) async {
        let answer: JSONValue
        do {
            let result = try await work()
            answer = .answer(to: id, result)
        } catch let failure as CallFailure {
            answer = .failure(failure.answering(id))
        } catch is CancellationError {
            answer = .failure(CallFailure(id, .cancelled, "the request was taken back"))
        } catch {
            surroundings.log("\(method) failed: \(error)")
            answer = .failure(CallFailure(id, .internal, "\(error)"))
        }
        // A request that was taken back has its answer already.
        if answering.removeValue(forKey: id) != nil { send(answer) }
    }

    private func cancel(_ id: CallID) {
        guard let task = answering.removeValue(forKey: id) else { return }
        task.cancel()
        send(.failure(CallFailure(id, .cancelled, "the request was taken back")))
    }

    /// The work for a request, on the documents as they are now.
    private func work(_ method: String, _ params: JSONValue) throws(CallFailure)
        -> @Sendable () async throws -> JSONValue
    {
        if let answer = Answers.ofWorkspace[method] {
            let question = WorkspaceQuestion(
                params: params,
                documents: documents,
                newsrooms: newsrooms.sorted { $0.key < $1.key }.map(\.value),
                client: client
            )
            return { try await answer(question) }
        }
        if method == "workspace/executeCommand" { return { try await self.carryOut(params) } }
        guard let answer = Answers.ofDocuments[method] else {
            throw CallFailure(.unknownMethod, "there is no method `\(method)` here")
        }
        guard let address = params["textDocument"]?["uri"]?.string else {
            throw CallFailure(.invalidParams, "the request names no document")
        }
        // A file outside any newsroom is none of ours.
        guard let document = documents[address] else { return { .null } }
        let question = Question(
            params: params,
            document: document,
            documents: documents,
            client: client,
            rulesPage: surroundings.rulesPage
        )
        return { try await answer(question) }
    }

    private func initialize(_ params: JSONValue) async {
        client = ClientAbilities(params)
        phase = .running
        var paths = params["workspaceFolders"]?.elements.compactMap { $0["uri"]?.string } ?? []
        paths += [params["rootUri"]?.string].compactMap(\.self)
        var folders = paths.compactMap(DocumentAddress.path)
        if let path = params["rootPath"]?.string, path.hasPrefix("/") { folders.append(path) }
        if let folder = surroundings.folder { folders = [folder] }
        for folder in folders { _ = newsroom(at: folder) }
    }

    // MARK: - Notifications

    private func note(_ method: String, _ params: JSONValue) async {
        guard phase == .running else { return }
        do throws(CallFailure) {
            switch method {
            case "textDocument/didOpen": try await open(params["textDocument"] ?? .null)
            case "textDocument/didChange": try await change(params)
            case "textDocument/didClose": await close(params)
            case "textDocument/didSave": await saved(params)
            case "workspace/didChangeWatchedFiles": await changedFiles(params)
            case "$/cancelRequest": if let id = params["id"].flatMap(CallID.init) { cancel(id) }
            default: break
            }
        } catch {
            surroundings.log("\(method): \(error.message)")
        }
    }

    private func open(_ document: JSONValue) async throws(CallFailure) {
        guard let address = document["uri"]?.string, let text = document["text"]?.string else {
            throw CallFailure(.invalidParams, "the document has no address or no text")
        }
        guard let path = DocumentAddress.path(address), let place = newsroom(of: path) else { return }
        guard text.utf8.count <= OpenDocuments.sizeLimit else {
            throw CallFailure(.invalidParams, "\(place.path) is too long, and counts as it is on the disk")
        }
        let file = SourceFile(path: place.path, text: text)
        documents[address] = OpenDocument(
            address: address,
            version: document["version"]?.number ?? 0,
            file,
            in: place.newsroom
        )
        published[address] = nil
        await place.newsroom.edit(place.path, file.bytes)
        // A document whose text is that of the disk has findings, too.
        await place.newsroom.note([])
    }

    private func change(_ params: JSONValue) async throws(CallFailure) {
        guard let address = params["textDocument"]?["uri"]?.string, var document = documents[address] else {
            return
        }
        let file = try document.written.changed(by: params["contentChanges"]?.elements ?? [], client.encoding)
        guard file.bytes.count <= OpenDocuments.sizeLimit else {
            throw CallFailure(.invalidParams, "\(file.path) is too long, and counts as it was")
        }
        document.written = file
        document.version = params["textDocument"]?["version"]?.number ?? document.version &+ 1
        documents[address] = document
        await document.newsroom.edit(file.path, file.bytes)
        await document.newsroom.note([])
    }

    private func close(_ params: JSONValue) async {
        guard let address = params["textDocument"]?["uri"]?.string, let document = documents[address] else {
            return
        }
        documents[address] = nil
        published[address] = nil
        await document.newsroom.edit(document.file.path, nil)
        publish(address, version: nil, [])
    }

    private func saved(_ params: JSONValue) async {
        guard let address = params["textDocument"]?["uri"]?.string, let document = documents[address] else {
            return
        }
        await document.newsroom.note([.file(document.file.path)])
    }

    private func changedFiles(_ params: JSONValue) async {
        for change in params["changes"]?.elements ?? [] {
            guard let path = change["uri"]?.string.flatMap(DocumentAddress.path),
                let place = newsroom(of: path)
            else {
                continue
            }
            await place.newsroom.note([.file(place.path)])
        }
    }
}
