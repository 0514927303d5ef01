using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Microsoft.Security.AntiSSRF;
using TalksBot.Features.Settings;

namespace TalksBot.Features.Fetching;

/// <summary>
/// Reads from the web what a person or a feed names, and nothing that could hurt: no internal address, whatever a name or a redirect leads to; nothing that is too
/// large once unpacked or takes too long; one request at a time to a host. It keeps no cookies and asks nothing twice.
/// </summary>
internal sealed class WebReader(WebClients clients, HostTurns turns, IOptions<FetchOptions> options, TimeProvider time)
{
    private const int MostRedirects = 5;

    /// <summary>Longer ones are not sent back.</summary>
    private const int LongestValidator = 512;

    /// <summary>The sentence that refuses an address which is never asked; null where it may be.</summary>
    public static string? Refuse(Uri address) => address switch
    {
        { IsAbsoluteUri: false } => "That is no web address; write it as https://example.org/feed.",
        { Scheme: not ("http" or "https") } => $"Addresses that begin with {address.Scheme}: are not read; only http and https are.",
        { UserInfo.Length: > 0 } => "The address names a user before its host; what needs a password cannot be read.",
        { IdnHost.Length: 0 } => "That is no web address; write it as https://example.org/feed.",
        _ => null,
    };

    /// <summary>Reads.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<WebReading> ReadAsync(WebAsk ask, CancellationToken token)
    {
        // Traces are for whoever runs the bot; without one nothing of it goes along.
        Activity.Current = null;
        using var timeout = new CancellationTokenSource(ask.Within, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, token);
        try
        {
            return await FollowAsync(ask, either.Token);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return new WebReading.Refusal(WebFault.TooSlow, $"{ask.Address.IdnHost} did not answer in whole within {ask.Within.TotalSeconds:0.#} seconds.");
        }
    }

    private async Task<WebReading> FollowAsync(WebAsk ask, CancellationToken token)
    {
        var (address, moved, isForGood) = (ask.Address, default(Uri?), true);
        var seen = new HashSet<Uri>();
        while (true)
        {
            if (Refuse(address) is { } refused)
            {
                return seen.Count == 0
                    ? new WebReading.Refusal(WebFault.Forbidden, refused)
                    : new WebReading.Refusal(WebFault.Astray, $"{ask.Address.IdnHost} sends on to an address that is not read. {refused}");
            }

            if (!seen.Add(address) || seen.Count > MostRedirects + 1)
            {
                return new WebReading.Refusal(WebFault.Astray, $"{ask.Address.IdnHost} sends from one address to the next and back, without end.");
            }

            var (reading, next, isPermanent) = await StepAsync(ask, address, token);
            if (next is null)
            {
                return reading is WebReading.Answer answer ? answer with { MovedTo = moved } : reading!;
            }

            isForGood &= isPermanent;
            (address, moved) = (next, isForGood ? next : moved);
        }
    }

    /// <summary>One request.</summary>
    /// <returns>What came of it, or where it sends on to.</returns>
    private async Task<(WebReading? Reading, Uri? Next, bool IsPermanent)> StepAsync(WebAsk ask, Uri address, CancellationToken token)
    {
        // The address of no host in particular is this machine.
        if (IPAddress.TryParse(address.DnsSafeHost, out var number) && (number.Equals(IPAddress.Any) || number.Equals(IPAddress.IPv6Any)))
        {
            return (Refusal(WebFault.Forbidden, address), null, false);
        }

        using var turn = await turns.TakeAsync(address.IdnHost, token);
        using var request = Request(ask, address);
        try
        {
            using var response = await clients.Of(options.Value.IsNamed(address)).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
            var isPermanent = response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
            if ((isPermanent || response.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect) && response.Headers.Location is { } location)
            {
                var next = Uri.TryCreate(address, location, out var whole) ? new UriBuilder(whole) { Fragment = "" }.Uri : location;
                return (null, next, isPermanent);
            }

            var hasBody = response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation;
            var body = hasBody ? await WebBody.ReadAsync(response.Content, ask.MostBytes, token) : WebBody.Empty;
            return body.Fault is { } fault
                ? (Refusal(fault, address), null, false)
                : (new WebReading.Answer((int)response.StatusCode, body.Bytes, Headers(response)) { Address = address }, null, false);
        }
        catch (AntiSSRFException)
        {
            return (Refusal(WebFault.Forbidden, address), null, false);
        }
        catch (HttpRequestException fault)
        {
            return (Refusal(Why(fault), address), null, false);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or SocketException)
        {
            return (Refusal(WebFault.Broken, address), null, false);
        }
    }

    private static WebFault Why(HttpRequestException fault) => fault switch
    {
        { InnerException: AntiSSRFException } => WebFault.Forbidden,
        { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError } => WebFault.Unreachable,
        _ => WebFault.Broken,
    };

    private static WebReading.Refusal Refusal(WebFault fault, Uri address) => new(fault, fault switch
    {
        WebFault.Forbidden => $"{address.IdnHost} is on an internal network and is not asked; whoever runs TalksBot can allow it by {FetchOptions.Section}:InternalHosts.",
        WebFault.Unreachable => $"{address.IdnHost} cannot be reached.",
        WebFault.TooLarge => $"What {address.IdnHost} answers is too large to be read.",
        WebFault.Broken => $"The answer of {address.IdnHost} broke off or cannot be unpacked.",
        WebFault.TooSlow or WebFault.Astray or _ => throw new UnreachableException(),
    });

    private static HttpRequestMessage Request(WebAsk ask, Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", ask.Accept);
        foreach (var (name, value) in new[] { ("If-None-Match", ask.ETag), ("If-Modified-Since", ask.LastModified) })
        {
            if (value is { Length: > 0 and <= LongestValidator })
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    /// <summary>As they came: what is written anew by rules is no longer what the host compares.</summary>
    private static WebHeaders Headers(HttpResponseMessage response)
    {
        return new WebHeaders
        {
            ContentType = Raw("Content-Type"),
            ETag = Raw("ETag"),
            LastModified = Raw("Last-Modified"),
            CacheControl = Raw("Cache-Control"),
            Expires = Raw("Expires"),
            Date = Raw("Date"),
            RetryAfter = Raw("Retry-After"),
        };

        string? Raw(string name) =>
            response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values)
                ? string.Join(", ", values).Trim() is { Length: > 0 and <= LongestValidator } text && text.All(letter => letter is >= ' ' and <= '~') ? text : null
                : null;
    }
}
