using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TalksBot.Storage;

/// <summary>
/// A query that is asked so often that finding what it was compiled to would cost more than asking it; compiled once for each database system.
/// </summary>
/// <typeparam name="TArgument">What it is asked with.</typeparam>
/// <typeparam name="TResult">What it answers.</typeparam>
/// <param name="query">The query; its token is not to be used in it.</param>
public sealed class StandingQuery<TArgument, TResult>(Expression<Func<TalksDb, TArgument, CancellationToken, TResult>> query)
{
    private readonly ConditionalWeakTable<IModel, Func<TalksDb, TArgument, CancellationToken, Task<TResult>>> _compiled = [];

    /// <summary>Asks it.</summary>
    public Task<TResult> RunAsync(TalksDb db, TArgument argument, CancellationToken token) =>
        _compiled.GetValue(db.Model, _ => EF.CompileAsyncQuery(query))(db, argument, token);
}
