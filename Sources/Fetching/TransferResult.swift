import CCurl

/// What an exchange came to: a whole response, a cut one, or none.
struct TransferResult {
    let head: [UInt8]
    let body: [UInt8]
    let truncation: FetchExchange.Truncation?
    let failure: FetchExchange.Failure?

    /// Reads libcurl's verdict together with the bytes that came. Whatever libcurl says: bytes that came are kept.
    init(_ code: CURLcode, _ recorder: TransferRecorder) {
        let isHead = HeadLines.isStatusLine(recorder.head) && !HeadLines.isInterim(recorder.head)
        let connected = !recorder.sent.starts(with: "CONNECT ".utf8)
        guard isHead, connected, !recorder.wasCancelled else {
            head = []
            body = []
            truncation = nil
            failure = Self.failure(code, recorder)
            return
        }
        head = recorder.head
        body = HeadLines.message(recorder.body, under: recorder.head)
        failure = nil
        truncation =
            if recorder.isTooLong {
                .length
            } else {
                switch code {
                case CURLE_OK: nil
                case CURLE_OPERATION_TIMEDOUT: .time
                case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_RECV_ERROR:
                    // A broken chunk has the same code as a lost connection.
                    HeadLines.isChunked(recorder.head) ? .unspecified : .disconnect
                default: .unspecified
                }
            }
    }

    private static func failure(_ code: CURLcode, _ recorder: TransferRecorder) -> FetchExchange.Failure {
        if recorder.wasCancelled { return .cancelled }
        if recorder.peer == nil, let refused = recorder.refused.first {
            return .privateAddress("\(refused)", range: refused.privateRange ?? "")
        }
        let reason = String(cString: curl_easy_strerror(code))
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: return .noSuchHost
        case CURLE_OPERATION_TIMEDOUT: return .timeout
        case CURLE_COULDNT_CONNECT: return .noConnection("the server refused it, or cannot be reached")
        case CURLE_COULDNT_RESOLVE_PROXY: return .noConnection("the proxy has no address")
        case CURLE_PEER_FAILED_VERIFICATION:
            return .tls("the certificate does not hold; `--insecure-tls` captures all the same, and says so")
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE, CURLE_USE_SSL_FAILED:
            return .tls(reason)
        case CURLE_OK: return .noAnswer("the connection was closed")
        default: return .noAnswer(reason)
        }
    }
}
