using System.Net.Http.Headers;

namespace TalksBot.Chat.Posting;

/// <summary>Asks one receiver that whoever runs the bot has named, and says what became of each request. It never asks twice by itself.</summary>
/// <param name="who">The receiver, as sentences call it: "the receiver".</param>
public sealed class ReceiverExchange(string who) : IDisposable
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(15);

    private readonly HttpClient _http = Make();

    /// <summary>What every request carries beside its own.</summary>
    public HttpRequestHeaders Headers => _http.DefaultRequestHeaders;

    /// <summary>Sends a request, and disposes of it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="failed">What an answer means that is no success.</param>
    /// <param name="token">Gives it up, so that nobody knows whether it arrived.</param>
    /// <returns>Null where it was taken.</returns>
    public async Task<CallFailure?> AskAsync(HttpRequestMessage request, Func<HttpResponseMessage, CallFailure> failed, CancellationToken token)
    {
        using (request)
        {
            try
            {
                using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
                return answer.IsSuccessStatusCode ? null : failed(answer);
            }
            catch (HttpRequestException fault) when (fault.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
            {
                return new CallFailure.Unreachable($"{who} cannot be reached ({fault.HttpRequestError})");
            }
            catch (HttpRequestException fault)
            {
                return new CallFailure.Ambiguous($"the connection to {who} broke ({fault.HttpRequestError})", After: null);
            }
            catch (OperationCanceledException) when (!token.IsCancellationRequested)
            {
                return new CallFailure.Ambiguous($"{who} did not answer within {AnswerWithin.TotalSeconds:0} seconds", After: null);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static HttpClient Make()
    {
        var http = new HttpClient(new SocketsHttpHandler
        {
            // A redirect could carry a token, or embargoed words, to an address that nobody configured.
            AllowAutoRedirect = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,

            // Traces are for whoever runs the bot, and the receiver's address may be a credential.
            ActivityHeadersPropagator = null,
        })
        {
            Timeout = AnswerWithin,
        };
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("TalksBot", "1"));
        return http;
    }
}
