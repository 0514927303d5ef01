using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Access;
using TalksBot.Features.Access;

namespace TalksBot.Web.Hosting;

/// <summary>Lets in whoever has a token that holds; nobody else learns whether anything is there.</summary>
internal sealed class Visitors(IServiceScopeFactory scopes, OwnWall own, WebPace pace)
{
    private readonly RequestLimit<int> _tokens = new(WebLimits.OfToken, pace.Real);
    private readonly RequestLimit<IPAddress> _misses = new(WebLimits.Misses, pace.Real);

    /// <summary>What the request's token opens; null after an answer that turns it away.</summary>
    /// <param name="context">The request.</param>
    /// <param name="kind">The door.</param>
    /// <param name="secret">What was given as a token.</param>
    /// <param name="services">The scope in which the record is asked; null for one of its own.</param>
    public async Task<OpenDoor?> LetInAsync(HttpContext context, AccessKind kind, string? secret, IServiceProvider? services = null)
    {
        var door = await FindAsync(context, kind, secret, services);
        if (door is null)
        {
            var allowed = MayMiss(context);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await (allowed ? WebAnswers.NothingAsync(context) : WebAnswers.TooManyAsync(context));
            return null;
        }

        if (!_tokens.Allows(door.Token))
        {
            await WebAnswers.TooManyAsync(context);
            return null;
        }

        return door;
    }

    /// <summary>Counts somebody who came with no token that holds; false when it is once too often.</summary>
    public bool MayMiss(HttpContext context) => _misses.Allows(context.Connection.RemoteIpAddress ?? IPAddress.None);

    /// <summary>The same of any door, without an answer.</summary>
    public async Task<OpenDoor?> FindAsync(HttpContext context, AccessKind? kind, string? secret, IServiceProvider? services = null)
    {
        if (own.Opens(secret) && kind is null or AccessKind.Wall && context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from))
        {
            return OwnWall.Door;
        }

        await using AsyncServiceScope? scope = services is null ? scopes.CreateAsyncScope() : null;
        return await (services ?? scope!.Value.ServiceProvider).GetRequiredService<AccessQuery>().FindAsync(kind, secret, context.RequestAborted);
    }
}

/// <summary>The wall that is there from the start, for whoever runs the program: its token is drawn anew each time, is kept nowhere, and opens from this machine only.</summary>
public sealed class OwnWall
{
    private readonly byte[] _secret;

    /// <summary>Draws it: two names of 122 random bits each, which the runtime has from the system; a generator of OpenSSL's would load 6 MB for a desk that nobody looks at.</summary>
    public OwnWall()
    {
        var secret = $"{Guid.NewGuid():N}{Guid.NewGuid():N}";
        Path = $"/wall/{secret}";
        _secret = Encoding.ASCII.GetBytes(secret);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>What it opens.</summary>
    internal static OpenDoor Door { get; } = new(0, new AccessScope(AccessKind.Wall, Talks: null, Role: null));

    /// <summary>True for its token.</summary>
    internal bool Opens(string? secret) => secret is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), _secret);
}
