import Editorial
import Fetching
import WARC

extension StampService {
    /// The service over the network: authorities and calendars are asked directly, and no redirect is followed.
    ///
    /// What they answer is signed or proved, so plain `http` will do.
    package static func network(_ fetcher: Fetcher, _ settings: VisitSettings) -> StampService {
        StampService { question in
            let address: FetchAddress
            do throws(FetchAddress.Problem) {
                address = try FetchAddress(question.address)
            } catch {
                return .failure(Failure("\(error)"))
            }
            var request = FetchRequest(address)
            request.fields = [
                .init("User-Agent", settings.userAgent), .init("Accept", question.accepts),
                .init("Accept-Encoding", "identity"),
            ]
            request.content = question.content
            request.allowsPrivate = settings.allowsPrivate
            request.limits = settings.limits
            // The answer comes with its chunks, which take some bytes too.
            request.limits.bodyBytes = question.limit * 2
            let exchange = await fetcher.fetch(request, CookieJar())
            if let failure = exchange.failure { return .failure(Failure("\(failure)")) }
            guard exchange.truncation == nil, let message = HTTPMessage(exchange.response),
                let status = message.status, message.entityBody.isWhole,
                let body = try? message.decodedBody()
            else { return .failure(Failure("its answer broke off, or is none of HTTP")) }
            return .success(Answer(status: status, body: body))
        }
    }
}
