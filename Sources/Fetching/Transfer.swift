import CCurl

/// One exchange through libcurl, on the thread that calls it.
struct Transfer {
    let request: FetchRequest
    let cookies: [[CChar]]
    /// Whether the task was cancelled meanwhile.
    let isCancelled: @Sendable () -> Bool

    /// What an exchange leaves: itself, and the cookies after it.
    struct Outcome: Sendable {
        let exchange: FetchExchange
        let cookies: [[CChar]]
    }

    /// Performs the exchange.
    func perform() -> Outcome {
        let recorder = TransferRecorder(request, isCancelled: isCancelled)
        let began = WallClock.milliseconds()
        let start = ContinuousClock.now
        var code = CURLE_FAILED_INIT
        var kept = cookies
        var encryption: FetchExchange.Encryption?
        if let handle = curl_easy_init() {
            defer { curl_easy_cleanup(handle) }
            var list = headerList()
            defer { curl_slist_free_all(list) }
            code = withExtendedLifetime(recorder) {
                configure(handle, &list, recorder)
                return request.content.map { perform(handle, sending: $0.bytes) } ?? curl_easy_perform(handle)
            }
            kept = Self.cookies(of: handle)
            encryption = recorder.encryption(certificates: Self.certificates(of: handle))
        }
        let result = TransferResult(code, recorder)
        let exchange = FetchExchange(
            address: request.address,
            began: began,
            duration: Int((ContinuousClock.now - start) / .milliseconds(1)),
            request: recorder.sentWithoutSecrets,
            head: result.head,
            body: result.body,
            peer: result.failure == nil && request.proxy == nil ? recorder.peer : nil,
            encryption: encryption,
            truncation: result.truncation,
            failure: result.failure
        )
        return Outcome(exchange: exchange, cookies: kept)
    }

    private func perform(_ handle: UnsafeMutableRawPointer, sending bytes: [UInt8]) -> CURLcode {
        bytes.withUnsafeBytes { content in
            assay_curl_set_number(handle, CURLOPT_POST, 1)
            assay_curl_set_number(handle, CURLOPT_POSTFIELDSIZE, content.count)
            assay_curl_set_pointer(
                handle,
                CURLOPT_POSTFIELDS,
                UnsafeMutableRawPointer(mutating: content.baseAddress)
            )
            return curl_easy_perform(handle)
        }
    }

    private func headerList() -> UnsafeMutablePointer<curl_slist>? {
        var fields = request.fields
        if let content = request.content { fields.append(.init("Content-Type", content.type)) }
        // libcurl asks before it sends a body of more than a megabyte, and some servers never answer.
        fields.append(.init("Expect", ""))
        return fields.reduce(nil) { list, field in
            let value = field.value.isEmpty ? "" : " " + field.value
            return curl_slist_append(list, "\(field.name):\(value)") ?? list
        }
    }
}

extension Transfer {
    private func configure(
        _ handle: UnsafeMutableRawPointer,
        _ fields: inout UnsafeMutablePointer<curl_slist>?,
        _ recorder: TransferRecorder
    ) {
        let context = Unmanaged.passUnretained(recorder).toOpaque()
        // First of all, because libcurl tells of its work on standard error otherwise.
        assay_curl_on_debug(handle, recordTransfer, context)
        let limits = request.limits
        for (option, text) in [
            (CURLOPT_URL, request.address.text), (CURLOPT_PROTOCOLS_STR, "http,https"),
            (CURLOPT_REDIR_PROTOCOLS_STR, "http,https"), (CURLOPT_PROXY, request.proxy ?? ""),
            // Whether a proxy is used was decided with the address in view.
            (CURLOPT_NOPROXY, ""), (CURLOPT_COOKIEFILE, ""),
        ] { assay_curl_set_text(handle, option, text) }
        for (option, number) in [
            (CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1), (CURLOPT_FOLLOWLOCATION, 0),
            (CURLOPT_HTTP_TRANSFER_DECODING, 0), (CURLOPT_HTTP_CONTENT_DECODING, 0), (CURLOPT_NOSIGNAL, 1),
            (CURLOPT_VERBOSE, 1), (CURLOPT_NOPROGRESS, 0), (CURLOPT_CERTINFO, 1), (CURLOPT_FORBID_REUSE, 1),
            (CURLOPT_SSL_VERIFYPEER, request.allowsBadCertificates ? 0 : 1),
            (CURLOPT_SSL_VERIFYHOST, request.allowsBadCertificates ? 0 : 2),
            (CURLOPT_CONNECTTIMEOUT, limits.connectSeconds), (CURLOPT_TIMEOUT, limits.responseSeconds),
            (CURLOPT_LOW_SPEED_LIMIT, limits.slowestRate), (CURLOPT_LOW_SPEED_TIME, limits.slowSeconds),
        ] { assay_curl_set_number(handle, option, number) }
        assay_curl_set_list(handle, CURLOPT_HTTPHEADER, fields)
        for cookie in cookies {
            cookie.withUnsafeBufferPointer {
                _ = assay_curl_set_text(handle, CURLOPT_COOKIELIST, $0.baseAddress)
            }
        }
        assay_curl_on_write(handle, acceptBytes, context)
        assay_curl_on_header(handle, acceptBytes, context)
        assay_curl_on_progress(handle, mayGoOn, context)
        assay_curl_on_open_socket(handle, openSocket, context)
    }

    /// The cookies that the transfer knows, in Netscape's format.
    private static func cookies(of handle: UnsafeMutableRawPointer) -> [[CChar]] {
        var list: UnsafeMutablePointer<curl_slist>?
        guard assay_curl_get_list(handle, CURLINFO_COOKIELIST, &list) == CURLE_OK else { return [] }
        defer { curl_slist_free_all(list) }
        return texts(list).map { $0 + [0] }
    }

    /// The server's certificates as PEM; none where libcurl's TLS library does not tell them.
    private static func certificates(of handle: UnsafeMutableRawPointer) -> [String] {
        var info: UnsafeMutablePointer<curl_certinfo>?
        guard assay_curl_get_certificates(handle, &info) == CURLE_OK, let info = info?.pointee,
            let lists = info.certinfo
        else { return [] }
        return (0..<Int(info.num_of_certs)).compactMap { index in
            texts(lists[index]).lazy.map { String(decoding: $0.map(UInt8.init(bitPattern:)), as: UTF8.self) }
                .first { $0.hasPrefix("Cert:") }
                .map { String($0.dropFirst("Cert:".count)) }
        }
    }

    private static func texts(_ list: UnsafeMutablePointer<curl_slist>?) -> [[CChar]] {
        var texts: [[CChar]] = []
        var next = list
        while let item = next?.pointee {
            if let data = item.data {
                texts.append(Array(UnsafeBufferPointer(start: data, count: strlen(data))))
            }
            next = item.next
        }
        return texts
    }
}
