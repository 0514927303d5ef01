using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Commands;
using TalksBot.Core.Times;
using TalksBot.Features.Views;

namespace TalksBot.Web.Api;

/// <summary>What programs may read.</summary>
internal sealed class ApiReads(IServiceScopeFactory scopes, IClock clock)
{
    private static readonly ApiParameter Open = new("open", "true for talks that have not ended, false for those that have; both when left out") { Type = "boolean" };
    private static readonly ApiParameter From = new("from", "the instant after which changes are told, in UTC: 1995-06-28T18:00:00Z; needed the first time") { Format = "date-time" };
    private static readonly ApiParameter Talks = new("talks", "only these talks, by slug");

    /// <summary>All of it.</summary>
    public IEnumerable<ApiOperation> Operations =>
    [
        new("GET", "/negotiations", "listNegotiations", "Talks, those opened last first", Role.Reader, typeof(Slice<TalksView>), ListTalksAsync) { Query = [Open, ApiParameter.Limit, ApiParameter.Cursor] },
        new("GET", "/negotiations/{talks}", "getNegotiation", "One negotiation", Role.Reader, typeof(TalksView), OneAsync),
        new("GET", "/negotiations/{talks}/deadlines", "listDeadlines", "Its deadlines, by number", Role.Reader, typeof(Slice<DeadlineView>), DeadlinesAsync),
        new("GET", "/negotiations/{talks}/deadlines/{deadline}", "getDeadline", "One deadline, such as D1", Role.Reader, typeof(DeadlineView), DeadlineAsync),
        new("GET", "/negotiations/{talks}/sessions", "listSessions", "Its sessions, by number", Role.Reader, typeof(Slice<SessionView>), SessionsAsync),
        new("GET", "/negotiations/{talks}/sessions/{session}", "getSession", "One session, such as S4", Role.Reader, typeof(SessionView), SessionAsync),
        new("GET", "/negotiations/{talks}/updates", "listUpdates", "What was said and stands, heard last first", Role.Reader, typeof(Slice<UpdateView>), UpdatesAsync) { Query = [ApiParameter.Limit, ApiParameter.Cursor] },
        new("GET", "/negotiations/{talks}/updates/{update}", "getUpdate", "One update, such as 3; of one that was killed there are no words", Role.Reader, typeof(UpdateView), UpdateAsync),
        new("GET", "/since", "listChanges", "What changed, in the order in which it was recorded", Role.Reader, typeof(ChangesView), SinceAsync) { Query = [From, ApiParameter.Limit, ApiParameter.Cursor] },
        new("GET", "/receipts", "listReceipts", "What became of every post, due last first", Role.Reporter, typeof(Slice<ReceiptView>), ReceiptsAsync) { Query = [Talks, ApiParameter.Limit, ApiParameter.Cursor] },
    ];

    private async Task<ApiAnswer> ListTalksAsync(ApiRequest request, CancellationToken token)
    {
        if (!request.TrySlice(out var ask, out var refusal))
        {
            return refusal;
        }

        bool? open = request.Find(Open.Name) switch { "true" => true, "false" => false, _ => null };
        return open is null && request.Find(Open.Name) is not null
            ? ApiAnswer.Refuse(StatusCodes.Status400BadRequest, "open is true or false.", Open.Name)
            : ApiAnswer.Ok(await AskAsync<TalksQuery, Slice<TalksView>>(query => query.ListAsync(request.Only, open, ask, token)));
    }

    private async Task<ApiAnswer> OneAsync(ApiRequest request, CancellationToken token) =>
        ApiAnswer.Found(await AskAsync<TalksQuery, TalksView?>(query => query.OneAsync(request.Only, request["talks"], token)));

    private async Task<ApiAnswer> DeadlinesAsync(ApiRequest request, CancellationToken token) => ApiAnswer.Found(await DeadlinesOfAsync(request, token));

    private async Task<ApiAnswer> DeadlineAsync(ApiRequest request, CancellationToken token) =>
        ApiAnswer.Found((await DeadlinesOfAsync(request, token))?.Items.FirstOrDefault(known => known.Deadline.Equals(request["deadline"], StringComparison.OrdinalIgnoreCase)));

    private async Task<ApiAnswer> SessionsAsync(ApiRequest request, CancellationToken token) => ApiAnswer.Found(await SessionsOfAsync(request, token));

    private async Task<ApiAnswer> SessionAsync(ApiRequest request, CancellationToken token) =>
        ApiAnswer.Found((await SessionsOfAsync(request, token))?.Items.FirstOrDefault(known => known.Session.Equals(request["session"], StringComparison.OrdinalIgnoreCase)));

    private async Task<ApiAnswer> UpdatesAsync(ApiRequest request, CancellationToken token) => request.TrySlice(out var ask, out var refusal)
        ? ApiAnswer.Found(await AskAsync<UpdatesQuery, Slice<UpdateView>?>(query => query.ListAsync(request.Only, request["talks"], ask, token)))
        : refusal;

    private async Task<ApiAnswer> UpdateAsync(ApiRequest request, CancellationToken token) => ViewPaths.UpdateNumber(request["update"]) is { } number
        ? ApiAnswer.Found(await AskAsync<UpdatesQuery, UpdateView?>(query => query.OneAsync(request.Only, request["talks"], number, token)))
        : ApiAnswer.Nothing;

    private async Task<ApiAnswer> SinceAsync(ApiRequest request, CancellationToken token)
    {
        if (!request.TrySlice(out var ask, out var refusal))
        {
            return refusal;
        }

        await using var scope = scopes.CreateAsyncScope();
        var query = scope.ServiceProvider.GetRequiredService<ChangesQuery>();
        if (ask.From is { } after)
        {
            return ApiAnswer.Ok(await query.ReadAsync(request.Only, after, ask.Limit, clock.GetCurrentInstant(), token));
        }

        return request.Find(From.Name) is { } typed && TimeWording.ReadIso(typed) is { } from
            ? ApiAnswer.Ok(await query.ReadAsync(request.Only, await query.BeginAsync(request.Only, from, token), ask.Limit, clock.GetCurrentInstant(), token))
            : ApiAnswer.Refuse(StatusCodes.Status400BadRequest, "Say from when on, as in from=1995-06-28T18:00:00Z, and from then on send the next of each answer as cursor.", From.Name);
    }

    private async Task<ApiAnswer> ReceiptsAsync(ApiRequest request, CancellationToken token) => request.TrySlice(out var ask, out var refusal)
        ? ApiAnswer.Found(await AskAsync<ReceiptsQuery, Slice<ReceiptView>?>(query => query.ListAsync(request.Only, request.Find(Talks.Name), ask, token)))
        : refusal;

    private Task<Slice<DeadlineView>?> DeadlinesOfAsync(ApiRequest request, CancellationToken token) =>
        AskAsync<TalksQuery, Slice<DeadlineView>?>(query => query.DeadlinesAsync(request.Only, request["talks"], token));

    private Task<Slice<SessionView>?> SessionsOfAsync(ApiRequest request, CancellationToken token) =>
        AskAsync<TalksQuery, Slice<SessionView>?>(query => query.SessionsAsync(request.Only, request["talks"], token));

    private async Task<T> AskAsync<TQuery, T>(Func<TQuery, Task<T>> ask)
        where TQuery : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TQuery>());
    }
}
