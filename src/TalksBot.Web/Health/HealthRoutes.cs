using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Features.Transactions;
using TalksBot.Features.Upkeep;
using TalksBot.Web.Hosting;

namespace TalksBot.Web.Health;

/// <summary>Says to whatever watches the program how it is: whether it runs, and whether it could do its work. Why not is for those with a token.</summary>
internal sealed class HealthRoutes(IServiceScopeFactory scopes, Pulse pulse, Visitors visitors, IClock clock, WebPace pace) : IWebRoutes
{
    /// <summary>The same measure as the service manager's and <c>talksbot health --live</c>'s.</summary>
    private static readonly TimeSpan StillComesBy = TimeSpan.FromMinutes(1);

    /// <summary>However many ask, the disk is written to this often.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly RequestLimit<IPAddress> _questions = new(WebLimits.Questions, pace.Real);
    private readonly Lock _gate = new();
    private Task<Readiness>? _asking;
    private long _askedAt;

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes, CancellationToken stopping)
    {
        routes.MapGet("/health/live", context => OnceAsync(context, LiveAsync)).WithDisplayName("health/live");
        routes.MapGet("/health/ready", context => OnceAsync(context, ReadyAsync)).WithDisplayName("health/ready");
    }

    private Task OnceAsync(HttpContext context, RequestDelegate answer) =>
        _questions.Allows(context.Connection.RemoteIpAddress ?? IPAddress.None) ? answer(context) : WebAnswers.TooManyAsync(context);

    /// <summary>On a simulated clock rounds come by only when something is due.</summary>
    private Task LiveAsync(HttpContext context) => pace.Rate != 1 || pulse.Oldest < StillComesBy
        ? WebAnswers.SayAsync(context, StatusCodes.Status200OK, "live")
        : WebAnswers.SayAsync(context, StatusCodes.Status503ServiceUnavailable, "stuck");

    private async Task ReadyAsync(HttpContext context)
    {
        var found = await FindAsync(context.RequestAborted);
        var details = await MayKnowAsync(context) ? string.Concat(found.Notes.Prepend(found.Why).Where(note => note.Length > 0).Select(note => $"\n{note}")) : "";
        await WebAnswers.SayAsync(context, found.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, (found.IsReady ? "ready" : "not ready") + details);
    }

    private async Task<bool> MayKnowAsync(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is var given && given.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            && await visitors.FindAsync(context, kind: null, given["Bearer ".Length..].Trim()) is not null;

    /// <summary>Whoever asks while it is being found out waits for the same answer, and not for long: what cannot be written at once cannot be written.</summary>
    private async Task<Readiness> FindAsync(CancellationToken token)
    {
        Task<Readiness> asking;
        lock (_gate)
        {
            if (_asking is null || (_asking.IsCompleted && pace.Real.GetElapsedTime(_askedAt) >= Lasts))
            {
                _askedAt = pace.Real.GetTimestamp();
                _asking = Task.Run(AskAsync, CancellationToken.None);
            }

            asking = _asking;
        }

        await Task.WhenAny(asking, Task.Delay(Patience, pace.Real, token));
        token.ThrowIfCancellationRequested();
        return asking.IsCompleted ? await asking : new Readiness(IsReady: false, "Nothing could be written for three seconds.", []);
    }

    private async Task<Readiness> AskAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReadyQuery>().AskAsync(clock.GetCurrentInstant(), CancellationToken.None);
    }
}
