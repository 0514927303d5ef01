using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Features.Views;
using TalksBot.Web.Hosting;

namespace TalksBot.Web.Api;

/// <summary>
/// What programs may change: by the commands of chat, as a caller who has the token's role and its name, so that rules, previews, audit and undo
/// are those of chat.
/// </summary>
internal sealed class ApiChanges(ICommandDesk desk, IButtonCommandStore previews, IServiceScopeFactory scopes)
{
    private const string Add = "update add";
    private const string Correct = "update correct";
    private const string Kill = "update kill";

    private const string Talks = "talks";
    private const string Update = "update";
    private const string Seen = "seen";

    /// <summary>How a program names what it asks for, so that it is done once.</summary>
    public const string KeyHeader = "Idempotency-Key";

    private const int LongestKey = 100;

    /// <summary>All of it.</summary>
    public IEnumerable<ApiOperation> Operations =>
    [
        new("POST", "/negotiations/{talks}/updates", "addUpdate", "Add an update and tell the channels that want it", RoleFor(Add), typeof(ChangedView), (request, token) => ChangeAsync(request, Add, token))
        {
            Body = typeof(AddUpdateBody), Success = StatusCodes.Status201Created,
        },
        new("POST", "/negotiations/{talks}/updates/{update}/corrections", "correctUpdate", "Put an update right and tell everybody who saw it", RoleFor(Correct), typeof(ChangedView), (request, token) => ChangeAsync(request, Correct, token))
        {
            Body = typeof(CorrectUpdateBody), ChangesWhatWasRead = true,
        },
        new("POST", "/negotiations/{talks}/updates/{update}/kill", "killUpdate", "Withdraw an update and tell everybody who saw it", RoleFor(Kill), typeof(ChangedView), (request, token) => ChangeAsync(request, Kill, token))
        {
            Body = typeof(KillUpdateBody), ChangesWhatWasRead = true,
        },
    ];

    private Role RoleFor(string path) => desk.Book.Find(path)!.Role;

    private async Task<ApiAnswer> ChangeAsync(ApiRequest request, string path, CancellationToken token)
    {
        var number = path == Add ? null : ViewPaths.UpdateNumber(request[Update]);
        if (!(path == Add || number is not null) || !await ExistsAsync(request, number, token))
        {
            return ApiAnswer.Nothing;
        }

        if (!TryKey(request, out var key))
        {
            return ApiAnswer.Refuse(StatusCodes.Status400BadRequest, $"{KeyHeader} is one word of your own, of at most {LongestKey} letters, digits and signs.");
        }

        var subject = number is { } known ? $"#{known}" : null;
        var caller = CallerOf(request, key);
        var (body, unreadable) = await request.ReadAsync(path switch { Add => typeof(AddUpdateBody), Correct => typeof(CorrectUpdateBody), _ => typeof(KillUpdateBody) }, token);
        if (unreadable is not null)
        {
            return unreadable;
        }

        var earlier = key is null ? null : await EarlierAsync(caller, token);
        var precondition = earlier is null && number is { } read ? await UnlessChangedAsync(request, read, token) : new Precondition(Refusal: null, Seen: null);
        if (precondition.Refusal is { } changed)
        {
            return changed;
        }

        var (call, refusal) = await CallAsync(request, path, subject, body!, precondition.Seen, caller, token);
        return (earlier, call) switch
        {
            // The preview that it confirms may be gone by now.
            ({ } done, null) when body is ConfirmBody => IsOf(done.Line, request, path, subject, caller) is not null ? Done(request, path, subject, done) : OtherBody,
            (_, null) => refusal!,
            ({ } done, { } again) => Same(again, done) ? Done(request, path, subject, done) : OtherBody,
            (null, { } first) => await RunAsync(request, path, subject, first, token),
        };
    }

    private static ApiAnswer OtherBody => ApiAnswer.Refuse(StatusCodes.Status422UnprocessableEntity, $"Something else was done under this {KeyHeader}; take another for what you send now.");

    private async Task<ApiAnswer> RunAsync(ApiRequest request, string path, string? subject, CommandCall call, CancellationToken token)
    {
        var reply = await desk.RunAsync(call, token);
        if (reply.HasFailed)
        {
            return ApiAnswer.Refuse(StatusCodes.Status503ServiceUnavailable, reply.Body.Heading) with { RetryAfter = WebLimits.SecondsToRecover };
        }

        if (reply.Refused)
        {
            // Whoever changed it between the look and the change was refused by the record itself.
            var overtaken = subject is not null && (await UnlessChangedAsync(request, ViewPaths.UpdateNumber(subject)!.Value, token)).Refusal is not null;
            return ApiAnswer.Refuse(overtaken ? StatusCodes.Status412PreconditionFailed : StatusCodes.Status422UnprocessableEntity, reply.Body.Heading, FieldOf(reply.Field));
        }

        if (reply.IsPreview)
        {
            return await previews.KeepAsync(call.AgreedLine, token) is { } confirm
                ? ApiAnswer.Ok(new ChangedView(ChangeOutcome.Preview, request[Talks], subject, Self: subject is null ? null : ViewPaths.Of(request[Talks], subject), Preview: new PreviewView(reply.Body.Title, PostText.Write(reply.Body with { Buttons = [] }), confirm)))
                : ApiAnswer.Refuse(StatusCodes.Status503ServiceUnavailable, "The preview could not be kept; try again, or send confirm: yes.") with { RetryAfter = WebLimits.SecondsToRecover };
        }

        // Of two that come at the same moment under one key the later one may have said something else.
        var done = (await EarlierAsync(call.Caller, token))!;
        return Same(call, done) ? Done(request, path, subject, done) : OtherBody;
    }

    /// <summary>The command as it is to be carried out; or why not.</summary>
    private async Task<(CommandCall? Call, ApiAnswer? Refusal)> CallAsync(ApiRequest request, string path, string? subject, object body, int? seen, Caller caller, CancellationToken token)
    {
        if (body is ConfirmBody { Confirm: var confirm })
        {
            return await previews.FindAsync(confirm, token) is { } line && IsOf(line, request, path, subject, caller) is { } shown
                ? (shown, null)
                : (null, ApiAnswer.Refuse(StatusCodes.Status422UnprocessableEntity, "confirm is of no preview that was made here within the hour; send the change again to see what it would do.", CommandCall.Confirm));
        }

        var values = new (string Name, string? Value)[] { (Talks, request[Talks]), (Update, subject), (Seen, path == Correct && seen is { } count ? $"{count}" : null) }.Concat(Said(body));
        var given = values.Where(value => value.Value is not null).ToDictionary(value => value.Name, value => value.Value!, StringComparer.Ordinal);
        return CommandLine.Read(desk.Book.Find(path)!, given, caller) switch
        {
            CommandReading.Understood understood => (understood.Call, null),
            CommandReading.Refused refused => (null, ApiAnswer.Refuse(StatusCodes.Status422UnprocessableEntity, refused.Reply.Body.Heading, FieldOf(refused.Reply.Field))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>A command that was shown or carried out before; null where it is not what this address does.</summary>
    private CommandCall? IsOf(string line, ApiRequest request, string path, string? subject, Caller caller) =>
        CommandLine.Read(desk.Book, line, caller) is CommandReading.Understood { Call: var known }
            && known.Spec.Path == path && known.Find(Talks) == request[Talks] && (subject is null || known.Find(Update) == subject)
            ? known
            : null;

    /// <summary>What was sent, by the names of the command's parameters.</summary>
    private static IEnumerable<(string Name, string? Value)> Said(object body) => body switch
    {
        AddUpdateBody add =>
        [
            ("text", add.Text), ("source", add.Source), ("tier", Word(add.Tier)), ("priority", add.Priority is { } priority ? Word(priority) : null), ("side", add.Side), ("link", add.Link),
            ("heard", Written(add.HeardAt)), ("embargo", Written(add.Embargo)), ("disputes", add.Disputes is { Count: > 0 } others ? string.Join(", ", others) : null), (CommandCall.Confirm, add.Confirm),
        ],
        CorrectUpdateBody correct => [("text", correct.Text), ("source", correct.Source), ("link", correct.Link), (CommandCall.Confirm, correct.Confirm)],
        KillUpdateBody kill => [("reason", kill.Reason), (CommandCall.Confirm, kill.Confirm)],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Word<T>(T choice)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName($"{choice}");

    private static string? Written(OffsetDateTime? moment) => moment is { } at ? TimeWording.Iso(at) : null;

    /// <summary>The one name that differs: a program says an instant.</summary>
    private static string? FieldOf(string? parameter) => parameter == "heard" ? "heardAt" : parameter;

    /// <summary>True where two say the same, however the moments in them are written.</summary>
    private bool Same(CommandCall call, CarriedOut done) => CommandLine.Read(desk.Book, done.Line, call.Caller) is CommandReading.Understood { Call: var before }
        && before.Spec.Path == call.Spec.Path
        && call.Spec.Parameters.Where(parameter => parameter.Name is not (Seen or CommandCall.Confirm)).All(parameter => (call.Find(parameter.Name), before.Find(parameter.Name)) switch
        {
            ({ } one, { } other) when parameter.Kind is ParameterKind.Time => TimeWording.ReadIsoMoment(one) == TimeWording.ReadIsoMoment(other),
            var (one, other) => one == other,
        });

    private static ApiAnswer Done(ApiRequest request, string path, string? subject, CarriedOut done)
    {
        var left = subject is null ? done.Updates[^1] : done.Updates.Single(update => update.Update == subject);
        var self = ViewPaths.Of(request[Talks], left.Update);
        var view = new ChangedView(ChangeOutcome.Done, request[Talks], left.Update, left.State, left.Until, self, $"/talks undo {done.Key}");
        return (path == Add, left.State) switch
        {
            (true, UpdateState.Waiting) => new ApiAnswer(StatusCodes.Status202Accepted, view),
            (true, _) => new ApiAnswer(StatusCodes.Status201Created, view) { Location = self },
            _ => ApiAnswer.Ok(view),
        };
    }

    /// <summary>Refused where the update reads otherwise than whoever changes it saw.</summary>
    private async Task<Precondition> UnlessChangedAsync(ApiRequest request, int number, CancellationToken token)
    {
        if (request.Http.Request.Headers.IfMatch.ToString() is not { Length: > 0 } expected)
        {
            return new Precondition(Refusal: null, Seen: null);
        }

        await using var scope = scopes.CreateAsyncScope();
        var now = await scope.ServiceProvider.GetRequiredService<UpdatesQuery>().OneAsync(request.Only, request[Talks], number, token);
        return now is not null && ApiAnswer.IsOneOf(expected, ApiAnswer.TagOf(now), isWeak: false)
            ? new Precondition(Refusal: null, now.Corrections)
            : new Precondition(ApiAnswer.Refuse(StatusCodes.Status412PreconditionFailed, $"#{number} reads otherwise than you saw it; read it again."), Seen: null);
    }

    private async Task<bool> ExistsAsync(ApiRequest request, int? number, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var query = scope.ServiceProvider.GetRequiredService<UpdatesQuery>();
        return await (number is { } known ? query.ExistsAsync(request.Only, request[Talks], known, token) : query.ExistAsync(request.Only, request[Talks], token));
    }

    private async Task<CarriedOut?> EarlierAsync(Caller caller, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CarriedOutQuery>().FindAsync(caller.IdempotencyKey!, token);
    }

    private static Caller CallerOf(ApiRequest request, string? key) =>
        new($"API {request.Door.Name}{Typography.Dash(request.Door.Label)}", request.Door.Scope.Role ?? Role.Reader, new ChannelAddress("api", "", request.Door.Name))
        {
            Person = $"api/{request.Door.Name}",
            IsDirect = true,
            IdempotencyKey = $"api/{request.Door.Name}/{key ?? $"{Guid.NewGuid():N}"}",
        };

    private static bool TryKey(ApiRequest request, out string? key)
    {
        var given = request.Http.Request.Headers[KeyHeader];
        key = given.Count == 0 ? null : given.ToString();
        return key is null || (given.Count == 1 && key.Length is > 0 and <= LongestKey && key.All(letter => letter is > ' ' and <= '~'));
    }

    /// <summary>What a change rests on.</summary>
    /// <param name="Refusal">That it does not hold; null where it does.</param>
    /// <param name="Seen">How many corrections whoever changes it has seen; null where they did not say.</param>
    private sealed record Precondition(ApiAnswer? Refusal, int? Seen);
}
