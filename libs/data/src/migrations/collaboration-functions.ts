/**
 * Revoking and appending take one lock, so that an append that has seen the old stamp is committed before the change
 * of rights is. It is taken after every other lock: a change of rights takes it at its commit, appending once it holds
 * the rows of its texts.
 */
const RIGHTS_LOCK = 1_795_200_000;

/** One stamp for everybody's rights: what was worked out under another one counts for nothing. */
export const STAMPING = `
  CREATE FUNCTION rights_have_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(${RIGHTS_LOCK});
    UPDATE rights_stamp SET stamp = gen_random_uuid(), changed_in = pg_current_xact_id()
    WHERE changed_in <> pg_current_xact_id();
    RETURN NULL;
  END $$;
`;

/**
 * Appending to texts. Every statement of these functions sees what is committed when it begins, so what is read after
 * the locks are held is how things stand.
 */
export const APPENDING = `
  -- Whoever closes, freezes or writes takes the rows in this order; then nobody's rights change until the commit.
  -- Returns whether all of them are open; null where there is none.
  CREATE FUNCTION lock_texts(texts uuid[]) RETURNS boolean LANGUAGE plpgsql AS $$
  DECLARE
    are_open boolean;
  BEGIN
    SELECT bool_and(phase = 'open') INTO are_open
    FROM (SELECT phase FROM text WHERE id = ANY (texts) ORDER BY id FOR NO KEY UPDATE) AS locked;
    PERFORM pg_advisory_xact_lock_shared(${RIGHTS_LOCK});
    RETURN are_open;
  END $$;

  -- Which entries the node judged before it had read a row that may change the answer: one of the same person, in the
  -- same text, after what it knew, of the same client id as far as that is known of both; what the node itself wrote,
  -- given as ranges, it has judged already. What the same person sent to the same text after such an entry is one too.
  CREATE FUNCTION judged_too_early(
    texts uuid[], people uuid[], clients bigint[], knowns bigint[],
    own_texts uuid[], own_firsts bigint[], own_lasts bigint[]
  ) RETURNS boolean[] LANGUAGE plpgsql AS $$
  BEGIN
    RETURN (
      WITH entry AS MATERIALIZED (
        SELECT n, texts[n] AS text, people[n] AS person, clients[n] AS client, knowns[n] AS known
        FROM generate_subscripts(texts, 1) AS n
      ), news AS MATERIALIZED (
        SELECT u.text, u.seq, u.person, u.client
        FROM (SELECT e.text, min(e.known) AS known FROM entry e GROUP BY 1) AS least
        CROSS JOIN LATERAL (
          SELECT * FROM text_update t WHERE t.text = least.text AND t.seq > least.known
          OFFSET 0 -- reads them by the index, whatever is believed of their number
        ) AS u
        WHERE u.person = ANY (people) AND NOT EXISTS (
          SELECT FROM unnest(own_texts, own_firsts, own_lasts) AS own (text, first, last)
          WHERE own.text = u.text AND u.seq BETWEEN own.first AND own.last
        )
      ), early AS (
        SELECT e.text, e.person, min(e.n) AS n FROM entry e JOIN news USING (text, person)
        WHERE news.seq > e.known AND (news.client = e.client) IS NOT FALSE GROUP BY 1, 2
      )
      SELECT array_agg(coalesce(entry.n >= early.n, false) ORDER BY entry.n)
      FROM entry LEFT JOIN early USING (text, person)
    );
  END $$;

  -- Claims client ids for the people who use them first. An entry with somebody else's id is not taken, nor is what
  -- the same sign-in sent to the same text after it; nor is what is not to be taken anyway.
  CREATE FUNCTION claim_clients(
    texts uuid[], people uuid[], sessions text[], claiming integer[], claimed bigint[], refused boolean[]
  ) RETURNS boolean[] LANGUAGE plpgsql AS $$
  DECLARE
    taken boolean[] := array_fill(true, ARRAY[cardinality(texts)]);
    entry integer;
    ids bigint[];
  BEGIN
    FOR entry, ids IN
      SELECT c.entry, array_agg(c.client) FROM unnest(claiming, claimed) AS c (entry, client) GROUP BY 1 ORDER BY 1
    LOOP
      CONTINUE WHEN refused[entry] OR NOT taken[entry];
      IF EXISTS (SELECT FROM text_client c
                 WHERE c.text = texts[entry] AND c.client = ANY (ids) AND c.person <> people[entry]) THEN
        SELECT array_agg(taken[n] AND NOT (n >= entry AND texts[n] = texts[entry] AND people[n] = people[entry]
                                           AND sessions[n] = sessions[entry]) ORDER BY n)
        INTO taken FROM generate_subscripts(texts, 1) AS n;
      ELSE
        INSERT INTO text_client (text, client, person)
        SELECT texts[entry], c, people[entry] FROM unnest(ids) AS c ON CONFLICT DO NOTHING;
      END IF;
    END LOOP;
    RETURN taken;
  END $$;

  -- Names the states before what took most of a text away (CO-22): one for each text, and none beside one that the
  -- same person made within ten minutes and nobody has seen, unless somebody else has written in between: their words
  -- are in no earlier state (CO-28).
  CREATE FUNCTION name_states(texts uuid[], people uuid[], bodies text[], seqs bigint[], milestones integer[])
  RETURNS void LANGUAGE sql AS $$
    INSERT INTO text_milestone (text, seq, kind, person, body)
    SELECT DISTINCT ON (texts[n]) texts[n], seqs[n] - 1, 'massDeletion', people[n], bodies[n]
    FROM unnest(milestones) AS n
    WHERE seqs[n] > 0 AND NOT EXISTS (
      SELECT FROM text_milestone m
      WHERE m.text = texts[n] AND m.person = people[n] AND m.at > clock_timestamp() - interval '10 minutes'
        AND NOT EXISTS (SELECT FROM text_milestone_seen s WHERE s.milestone = m.id)
        AND NOT EXISTS (
          SELECT FROM text_update u
          WHERE u.text = m.text AND u.seq > m.seq AND u.seq < seqs[n] AND u.person IS DISTINCT FROM m.person
        )
    )
    ORDER BY texts[n], n
  $$;

  -- Writes entries to texts whose rows are locked: what comes to stand between starts[n] + 1 and starts[n + 1] of the
  -- batch is entry n's. Returns each one's seq; null for one whose client id is somebody else's, 0 for one that was
  -- judged too early: nothing of either is written.
  CREATE FUNCTION write_updates(
    texts uuid[], people uuid[], bodies text[], sessions text[], starts integer[], batch bytea,
    claiming integer[], claimed bigint[], milestones integer[], clients bigint[], knowns bigint[],
    own_texts uuid[], own_firsts bigint[], own_lasts bigint[]
  ) RETURNS bigint[] LANGUAGE plpgsql AS $$
  DECLARE
    early boolean[];
    taken boolean[];
    seqs bigint[];
    is_behind boolean;
  BEGIN
    IF cardinality(claimed) > 0 THEN
      early := judged_too_early(texts, people, clients, knowns, own_texts, own_firsts, own_lasts);
      taken := claim_clients(texts, people, sessions, claiming, claimed, early);
    END IF;
    LOOP
      SELECT array_agg(CASE WHEN early[entry.n] THEN 0 WHEN entry.is_taken THEN t.seq + entry.place END ORDER BY entry.n),
        bool_or(t.seq > knowns[entry.n])
      INTO seqs, is_behind
      FROM (
        SELECT n, texts[n] AS text, is_taken, row_number() OVER (PARTITION BY texts[n], is_taken ORDER BY n) AS place
        FROM generate_subscripts(texts, 1) AS n,
          LATERAL (SELECT coalesce(taken[n], true) AND NOT coalesce(early[n], false) AS is_taken) AS how
      ) AS entry JOIN text t ON t.id = entry.text;
      EXIT WHEN early IS NOT NULL OR NOT is_behind;
      early := judged_too_early(texts, people, clients, knowns, own_texts, own_firsts, own_lasts);
      EXIT WHEN true <> ALL (early);
    END LOOP;
    INSERT INTO text_update (text, seq, update, person, body, session, client)
    SELECT texts[n], seqs[n], substring(batch FROM starts[n] + 1 FOR starts[n + 1] - starts[n]), people[n], bodies[n],
      sessions[n], clients[n]
    FROM generate_subscripts(texts, 1) AS n WHERE seqs[n] > 0;
    UPDATE text SET seq = last.seq, changed_at = clock_timestamp(), changed_by = last.person
    FROM (
      SELECT DISTINCT ON (texts[n]) texts[n] AS text, seqs[n] AS seq, people[n] AS person
      FROM generate_subscripts(texts, 1) AS n WHERE seqs[n] > 0 ORDER BY texts[n], n DESC
    ) AS last
    WHERE text.id = last.text;
    IF cardinality(milestones) > 0 THEN
      PERFORM name_states(texts, people, bodies, seqs, milestones);
    END IF;
    RETURN seqs;
  END $$;

  -- The same in one step, by rights worked out before: null, and nothing done, where they may no longer be so.
  CREATE FUNCTION append_updates(
    seen uuid, valid_until double precision, texts uuid[], people uuid[], bodies text[], sessions text[],
    starts integer[], batch bytea, claiming integer[], claimed bigint[], milestones integer[], clients bigint[],
    knowns bigint[], own_texts uuid[], own_firsts bigint[], own_lasts bigint[]
  ) RETURNS bigint[] LANGUAGE plpgsql AS $$
  DECLARE
    are_open boolean := lock_texts(texts); -- a statement of its own: the next one sees what the locks waited for
  BEGIN
    IF are_open IS NOT TRUE
      OR clock_timestamp() >= to_timestamp(valid_until)
      OR (SELECT stamp FROM rights_stamp) <> seen
    THEN
      RETURN NULL;
    END IF;
    RETURN write_updates(texts, people, bodies, sessions, starts, batch, claiming, claimed, milestones, clients, knowns,
      own_texts, own_firsts, own_lasts);
  END $$;
`;

/**
 * Keeping all of a text up to a seq as one update. After erasing (CO-27) that is all there is of it, so it only ever
 * goes forward, by rows that are in the log, and nobody can change what is kept in any other way (CO-17).
 */
export const KEEPING = `
  CREATE FUNCTION keep_snapshot(of_text uuid, through bigint, folded bytea) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    had bigint := coalesce((SELECT seq FROM text_snapshot WHERE text = of_text), 0);
  BEGIN
    IF through <= had
      OR (SELECT count(*) FROM text_update WHERE text = of_text AND seq > had AND seq <= through) <> through - had
    THEN
      RETURN false;
    END IF;
    INSERT INTO text_snapshot AS kept (text, seq, update) VALUES (of_text, through, folded)
    ON CONFLICT (text) DO UPDATE SET seq = excluded.seq, update = excluded.update, made_at = clock_timestamp()
    WHERE kept.seq < excluded.seq;
    RETURN FOUND;
  END $$;
`;

/**
 * What was taken back while a response or a case was written is removed, once it was sent long enough ago (CO-27). The
 * one way to remove anything from a log, and it looks for itself whether it may: the snapshot must hold all of it.
 */
export const ERASING = `
  CREATE FUNCTION erase_text_updates(erased uuid, days integer) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    sent bigint;
    removed bigint;
  BEGIN
    PERFORM FROM text WHERE id = erased AND kind IN ('hearing-response', 'case') FOR NO KEY UPDATE;
    IF NOT FOUND OR days < 0 THEN
      RETURN 0;
    END IF;
    SELECT max(s.text_seq) INTO sent FROM response r JOIN submission s ON s.response = r.id
    WHERE r.text = erased AND s.submitted_at <= clock_timestamp() - make_interval(days => days);
    DELETE FROM text_update u USING text_snapshot s
    WHERE u.text = erased AND s.text = erased AND u.seq <= sent AND s.seq >= sent;
    GET DIAGNOSTICS removed = ROW_COUNT;
    RETURN removed;
  END $$;
`;
