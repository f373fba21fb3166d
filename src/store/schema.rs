//! The tables as Diesel sees them: one description for both databases (a test compares them).

diesel::table! {
    people (id) {
        id -> Text,
        email -> Text,
        name -> Text,
        password_hash -> Nullable<Text>,
        lang -> Text,
        verified_at -> Nullable<BigInt>,
        created_at -> BigInt,
        bounced_at -> Nullable<BigInt>,
        bounce -> Nullable<Text>,
    }
}

diesel::table! {
    organisations (id) {
        id -> Text,
        kind -> Text,
        name -> Text,
        slug -> Text,
        theme -> Nullable<Text>,
        place -> Text,
        registration -> Nullable<Text>,
        legal_form -> Nullable<Text>,
        created_at -> BigInt,
    }
}

diesel::table! {
    minute_remarks (id) {
        id -> Text,
        table_id -> Text,
        written_by -> Text,
        writer -> Text,
        body -> Text,
        written_at -> BigInt,
    }
}

diesel::table! {
    assessor_notes (id) {
        id -> Text,
        assignment_id -> Text,
        bid_id -> Text,
        criterion -> Text,
        spot -> Text,
        kind -> Text,
        body -> Text,
        version -> Text,
        written_at -> BigInt,
    }
}

diesel::table! {
    samples (round_id) {
        round_id -> Text,
        criterion -> Text,
        body -> Text,
        grade -> Text,
        explanation -> Text,
        version -> Integer,
        made_by -> Text,
        made_at -> BigInt,
    }
}

diesel::table! {
    practices (round_id, person_id) {
        round_id -> Text,
        person_id -> Text,
        grade -> Text,
        reason -> Text,
        done_at -> BigInt,
    }
}

diesel::table! {
    memberships (person_id, organisation_id, role) {
        person_id -> Text,
        organisation_id -> Text,
        role -> Text,
        since -> BigInt,
    }
}

diesel::table! {
    sessions (id) {
        id -> Text,
        token_hash -> Text,
        person_id -> Text,
        created_at -> BigInt,
        seen_at -> BigInt,
        agent -> Text,
        address -> Text,
    }
}

diesel::table! {
    tokens (hash) {
        hash -> Text,
        kind -> Text,
        person_id -> Nullable<Text>,
        email -> Text,
        organisation_id -> Nullable<Text>,
        role -> Nullable<Text>,
        name -> Nullable<Text>,
        password_hash -> Nullable<Text>,
        created_at -> BigInt,
        expires_at -> BigInt,
        used_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    throttles (name) {
        name -> Text,
        attempts -> Integer,
        since -> BigInt,
    }
}

diesel::table! {
    areas (code, year) {
        code -> Text,
        year -> Integer,
        kind -> Text,
        name -> Text,
        municipality_code -> Text,
        inhabitants -> Nullable<Integer>,
        share_65 -> Nullable<Integer>,
        households -> Nullable<Integer>,
        geometry -> Text,
    }
}

diesel::table! {
    rounds (id) {
        id -> Text,
        organisation_id -> Text,
        phase -> Text,
        title -> Text,
        definition -> Text,
        version -> Integer,
        created_at -> BigInt,
        published_at -> Nullable<BigInt>,
        hash -> Nullable<Text>,
        closes_at -> Nullable<BigInt>,
        opened_at -> Nullable<BigInt>,
        decided_at -> Nullable<BigInt>,
        amends -> Nullable<Text>,
        terms -> Integer,
        questions_until -> Nullable<BigInt>,
    }
}

diesel::table! {
    round_terms (round_id, number) {
        round_id -> Text,
        number -> Integer,
        content -> Text,
        hash -> Text,
        reason -> Text,
        published_by -> Text,
        published_at -> BigInt,
    }
}

diesel::table! {
    round_participants (round_id, organisation_id) {
        round_id -> Text,
        organisation_id -> Text,
    }
}

diesel::table! {
    round_mandates (id) {
        id -> Text,
        round_id -> Text,
        organisation_id -> Text,
        given_by -> Text,
        given_by_name -> Text,
        given_at -> BigInt,
        reference -> Text,
        decided_on -> Text,
        terms -> Text,
        withdrawn_at -> Nullable<BigInt>,
        withdrawal_reason -> Nullable<Text>,
    }
}

diesel::table! {
    lots (id) {
        id -> Text,
        round_id -> Text,
        number -> Integer,
        name -> Text,
        details -> Text,
        geometry -> Text,
    }
}

diesel::table! {
    questions (id) {
        id -> Text,
        round_id -> Text,
        lot_id -> Nullable<Text>,
        organisation_id -> Nullable<Text>,
        asked_by -> Nullable<Text>,
        body -> Text,
        asked_at -> BigInt,
        answer -> Nullable<Text>,
        answered_by -> Nullable<Text>,
        answered_at -> Nullable<BigInt>,
        secrecy -> Text,
        secrecy_reason -> Text,
        disclosure -> Nullable<Text>,
        handler -> Nullable<Text>,
        topic -> Text,
        draft -> Text,
        withdrawn_at -> Nullable<BigInt>,
        note -> Nullable<Integer>,
        version -> Integer,
    }
}

diesel::table! {
    notes (round_id, number) {
        round_id -> Text,
        number -> Integer,
        content -> Text,
        hash -> Text,
        published_by -> Text,
        published_at -> BigInt,
    }
}

diesel::table! {
    complaints (id) {
        id -> Text,
        round_id -> Text,
        filed_by -> Text,
        organisation_id -> Nullable<Text>,
        body -> Text,
        filed_at -> BigInt,
        due_at -> BigInt,
        handler -> Nullable<Text>,
        handler_reason -> Text,
        ruling -> Nullable<Text>,
        grounds -> Text,
        measure -> Nullable<Text>,
        answered_by -> Nullable<Text>,
        answered_at -> Nullable<BigInt>,
        version -> Integer,
    }
}

diesel::table! {
    mail_texts (organisation_id, kind, lang) {
        organisation_id -> Text,
        kind -> Text,
        lang -> Text,
        subject -> Text,
        intro -> Text,
        closing -> Text,
        saved_by -> Text,
        saved_at -> BigInt,
    }
}

diesel::table! {
    bids (id) {
        id -> Text,
        round_id -> Text,
        lot_id -> Text,
        organisation_id -> Text,
        standing -> Text,
        preference -> Integer,
        code -> Nullable<Text>,
        version -> Integer,
        created_by -> Text,
        created_at -> BigInt,
        terms -> Integer,
    }
}

diesel::table! {
    answers (bid_id, field) {
        bid_id -> Text,
        field -> Text,
        value -> Text,
        version -> Integer,
        saved_by -> Text,
        saved_at -> BigInt,
    }
}

diesel::table! {
    answer_versions (bid_id, field, version) {
        bid_id -> Text,
        field -> Text,
        version -> Integer,
        value -> Text,
        saved_by -> Text,
        saved_at -> BigInt,
    }
}

diesel::table! {
    clashes (bid_id, field, person_id, kept_at) {
        bid_id -> Text,
        field -> Text,
        person_id -> Text,
        kept_at -> BigInt,
        seen -> Integer,
        value -> Text,
        settled_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    attachments (id) {
        id -> Text,
        bid_id -> Text,
        section -> Text,
        name -> Text,
        media_type -> Text,
        size -> BigInt,
        hash -> Text,
        added_by -> Text,
        added_at -> BigInt,
        removed_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    submissions (id) {
        id -> Text,
        bid_id -> Text,
        number -> Text,
        hash -> Text,
        submitted_by -> Text,
        submitted_at -> BigInt,
        withdrawn_at -> Nullable<BigInt>,
        withdrawn_reason -> Nullable<Text>,
        content -> Text,
    }
}

diesel::table! {
    key_turns (subject, person_id) {
        subject -> Text,
        person_id -> Text,
        turned_at -> BigInt,
    }
}

diesel::table! {
    requirement_checks (bid_id, requirement) {
        bid_id -> Text,
        requirement -> Text,
        verdict -> Text,
        reason -> Text,
        checked_by -> Text,
        checked_at -> BigInt,
        condition_by -> Nullable<Text>,
        ground -> Nullable<Text>,
    }
}

diesel::table! {
    admissions (bid_id) {
        bid_id -> Text,
        verdict -> Text,
        reason -> Text,
        decided_by -> Text,
        decided_at -> BigInt,
    }
}

diesel::table! {
    conflicts (person_id, bid_id) {
        person_id -> Text,
        bid_id -> Text,
        answer -> Text,
        note -> Text,
        declared_at -> BigInt,
        ruling -> Nullable<Text>,
        ruling_reason -> Nullable<Text>,
        ruled_by -> Nullable<Text>,
        ruled_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    assignments (id) {
        id -> Text,
        lot_id -> Text,
        person_id -> Text,
        assigned_by -> Text,
        assigned_at -> BigInt,
        locked_at -> Nullable<BigInt>,
        reminded_at -> Nullable<BigInt>,
        criteria -> Text,
        expertise -> Text,
        ended_at -> Nullable<BigInt>,
        ended_by -> Nullable<Text>,
        end_reason -> Nullable<Text>,
        taken_over_by -> Nullable<Text>,
    }
}

diesel::table! {
    reserves (lot_id, person_id) {
        lot_id -> Text,
        person_id -> Text,
        named_by -> Text,
        named_at -> BigInt,
    }
}

diesel::table! {
    expertise (person_id, field) {
        person_id -> Text,
        field -> Text,
        source -> Text,
        note -> Text,
        saved_at -> BigInt,
    }
}

diesel::table! {
    criterion_fields (round_id, criterion, field) {
        round_id -> Text,
        criterion -> Text,
        field -> Text,
    }
}

diesel::table! {
    review_settings (round_id) {
        round_id -> Text,
        minimum -> Integer,
    }
}

diesel::table! {
    review_pauses (id) {
        id -> Text,
        round_id -> Text,
        reason -> Text,
        paused_by -> Text,
        paused_at -> BigInt,
        restart_reason -> Nullable<Text>,
        restarted_by -> Nullable<Text>,
        restarted_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    party_interests (person_id, bid_id, party) {
        person_id -> Text,
        bid_id -> Text,
        party -> Text,
        answer -> Text,
        note -> Text,
        declared_at -> BigInt,
        ruling -> Nullable<Text>,
        ruling_reason -> Nullable<Text>,
        ruled_by -> Nullable<Text>,
        ruled_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    scores (assignment_id, bid_id, criterion) {
        assignment_id -> Text,
        bid_id -> Text,
        criterion -> Text,
        grade -> Nullable<Text>,
        grade_version -> Integer,
        reason -> Text,
        reason_version -> Integer,
        other_grade -> Nullable<Text>,
        other_reason -> Nullable<Text>,
        saved_at -> BigInt,
    }
}

diesel::table! {
    stand_ins (table_id) {
        table_id -> Text,
        person_id -> Text,
        since -> BigInt,
    }
}

diesel::table! {
    chair_lines (table_id) {
        table_id -> Text,
        heard_at -> BigInt,
    }
}

diesel::table! {
    tables (id) {
        id -> Text,
        lot_id -> Text,
        phase -> Text,
        version -> Integer,
        seed -> Text,
        current_bid_id -> Nullable<Text>,
        current_criterion -> Nullable<Text>,
        opened_at -> Nullable<BigInt>,
        quality_fixed_at -> Nullable<BigInt>,
        quality_signed_at -> Nullable<BigInt>,
        price_opened_at -> Nullable<BigInt>,
        closed_at -> Nullable<BigInt>,
        compared -> Text,
    }
}

diesel::table! {
    seats (table_id, person_id) {
        table_id -> Text,
        person_id -> Text,
        role -> Text,
        present_at -> Nullable<BigInt>,
        left_at -> Nullable<BigInt>,
        signed_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    table_items (table_id, bid_id, criterion) {
        table_id -> Text,
        bid_id -> Text,
        criterion -> Text,
        revealed_at -> Nullable<BigInt>,
        postponed_at -> Nullable<BigInt>,
        grade -> Nullable<Text>,
        reason -> Text,
        outside -> Text,
        fixed_by -> Nullable<Text>,
        fixed_at -> Nullable<BigInt>,
        version -> Integer,
        talk -> Text,
        way -> Text,
        minority -> Text,
    }
}

diesel::table! {
    decisions (lot_id) {
        lot_id -> Text,
        bid_id -> Nullable<Text>,
        ground -> Nullable<Text>,
        reasons -> Text,
        advantages -> Text,
        deviation -> Text,
        decided_by -> Text,
        decided_at -> BigInt,
        sent_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    letters (id) {
        id -> Text,
        lot_id -> Text,
        bid_id -> Text,
        email -> Text,
        subject -> Text,
        body -> Text,
        created_at -> BigInt,
    }
}

diesel::table! {
    journal (seq) {
        seq -> BigInt,
        at -> BigInt,
        actor_id -> Nullable<Text>,
        actor -> Text,
        verb -> Text,
        object -> Text,
        round_id -> Nullable<Text>,
        organisation_id -> Nullable<Text>,
        sealed -> Bool,
        particulars -> Text,
        previous -> Text,
        hash -> Text,
    }
}

diesel::table! {
    errands (id) {
        id -> Text,
        kind -> Text,
        payload -> Text,
        due_at -> BigInt,
        attempts -> Integer,
        locked_until -> Nullable<BigInt>,
        done_at -> Nullable<BigInt>,
        error -> Nullable<Text>,
        person_id -> Nullable<Text>,
        round_id -> Nullable<Text>,
        organisation_id -> Nullable<Text>,
        added_at -> Nullable<BigInt>,
        failed_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    comments (id) {
        id -> Text,
        bid_id -> Text,
        section -> Text,
        field -> Text,
        written_by -> Text,
        written_at -> BigInt,
        body -> Text,
        mentions -> Text,
        resolved_at -> Nullable<BigInt>,
        taken_back_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    mention_mails (bid_id, field, person_id) {
        bid_id -> Text,
        field -> Text,
        person_id -> Text,
        mailed_at -> BigInt,
    }
}

diesel::table! {
    todos (id) {
        id -> Text,
        bid_id -> Text,
        what -> Text,
        person_id -> Text,
        due_on -> Nullable<Text>,
        section -> Nullable<Text>,
        asked_by -> Text,
        asked_at -> BigInt,
        done_by -> Nullable<Text>,
        done_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    visits (bid_id, person_id) {
        bid_id -> Text,
        person_id -> Text,
        section -> Text,
        seen_at -> BigInt,
    }
}

diesel::table! {
    parties (id) {
        id -> Text,
        bid_id -> Text,
        role -> Text,
        name -> Text,
        organisation_id -> Nullable<Text>,
        standing -> Text,
        email -> Text,
        invitation_hash -> Text,
        invited_at -> BigInt,
        person_id -> Nullable<Text>,
        joined_at -> Nullable<BigInt>,
        signed_name -> Nullable<Text>,
        signed_hash -> Nullable<Text>,
        signed_at -> Nullable<BigInt>,
        left_reason -> Nullable<Text>,
        left_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    votes (id) {
        id -> Text,
        bid_id -> Text,
        question -> Text,
        about -> Text,
        secrecy -> Text,
        quorum -> Text,
        opens_at -> BigInt,
        closes_at -> BigInt,
        created_by -> Text,
        created_at -> BigInt,
        ended_at -> Nullable<BigInt>,
        stop_reason -> Nullable<Text>,
        reminded_at -> Nullable<BigInt>,
        minutes -> Text,
        statement -> Text,
    }
}

diesel::table! {
    joint_boards (bid_id) {
        bid_id -> Text,
        version -> Integer,
        work -> Text,
        kept -> Text,
    }
}

diesel::table! {
    voters (id) {
        id -> Text,
        vote_id -> Text,
        email -> Nullable<Text>,
        voted -> Integer,
        choice -> Nullable<Text>,
    }
}

diesel::table! {
    voter_links (hash) {
        hash -> Text,
        voter_id -> Text,
    }
}

diesel::table! {
    tallies (vote_id) {
        vote_id -> Text,
        in_favour -> Integer,
        against -> Integer,
        blank -> Integer,
    }
}

diesel::table! {
    support_pages (code) {
        code -> Text,
        bid_id -> Text,
        about -> Text,
        opened_at -> BigInt,
        closed_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    statements (id) {
        id -> Text,
        bid_id -> Text,
        hash -> Text,
        name -> Text,
        name_key -> Text,
        area -> Text,
        sentence -> Text,
        consent -> Text,
        signed_on -> Text,
        hidden_reason -> Nullable<Text>,
    }
}

diesel::table! {
    extensions (id) {
        id -> Text,
        round_id -> Text,
        previous -> BigInt,
        closes_at -> BigInt,
        reason -> Text,
        extended_by -> Text,
        extended_at -> BigInt,
    }
}

diesel::table! {
    reminder_mutes (bid_id, person_id) {
        bid_id -> Text,
        person_id -> Text,
        muted_at -> BigInt,
    }
}

diesel::table! {
    reminder_links (hash) {
        hash -> Text,
        bid_id -> Text,
        person_id -> Text,
    }
}

diesel::table! {
    accepted_equivalents (id) {
        id -> Text,
        organisation_id -> Text,
        round_id -> Text,
        requirement -> Text,
        title -> Text,
        what -> Text,
        conditions -> Text,
        accepted_on -> Text,
        added_at -> BigInt,
        removed_at -> Nullable<BigInt>,
        removed_because -> Nullable<Text>,
    }
}

diesel::table! {
    profiles (organisation_id) {
        organisation_id -> Text,
        content -> Text,
        version -> Integer,
        changed_by -> Text,
        changed_at -> BigInt,
    }
}

diesel::table! {
    profile_files (id) {
        id -> Text,
        organisation_id -> Text,
        name -> Text,
        media_type -> Text,
        size -> BigInt,
        hash -> Text,
        valid_until -> Nullable<Text>,
        added_by -> Text,
        added_at -> BigInt,
        removed_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    consultations (id) {
        id -> Text,
        municipality_id -> Text,
        calendar -> Text,
        made_at -> BigInt,
        details -> Text,
    }
}

diesel::table! {
    consultation_items (id) {
        id -> Text,
        consultation_id -> Text,
        kind -> Text,
        parent -> Nullable<Text>,
        version -> Integer,
        made_at -> BigInt,
        facts -> Text,
    }
}

diesel::table! {
    uploads (id) {
        id -> Text,
        bid_id -> Text,
        section -> Text,
        person_id -> Text,
        name -> Text,
        size -> BigInt,
        mark -> Text,
        begun_at -> BigInt,
    }
}

diesel::table! {
    file_checks (hash) {
        hash -> Text,
        state -> Text,
        found -> Text,
        at -> BigInt,
    }
}

diesel::table! {
    own_areas (bid_id) {
        bid_id -> Text,
        pick -> Text,
        version -> Integer,
        saved_by -> Text,
        saved_at -> BigInt,
    }
}

diesel::table! {
    rejections (bid_id) {
        bid_id -> Text,
        ground -> Text,
        reason -> Text,
        proposed_by -> Text,
        proposed_name -> Text,
        proposed_at -> BigInt,
        ending -> Nullable<Text>,
        ended_by -> Nullable<Text>,
        ended_name -> Nullable<Text>,
        ended_at -> Nullable<BigInt>,
        ended_reason -> Nullable<Text>,
        letter_subject -> Nullable<Text>,
        letter_body -> Nullable<Text>,
    }
}

diesel::table! {
    award_proofs (bid_id, requirement) {
        bid_id -> Text,
        requirement -> Text,
        verdict -> Text,
        note -> Text,
        seen_by -> Text,
        seen_name -> Text,
        seen_at -> BigInt,
    }
}

diesel::table! {
    draws (id) {
        id -> Text,
        table_id -> Text,
        draw_at -> BigInt,
        place -> Text,
        witnesses -> Text,
        planned_by -> Text,
        planner -> Text,
        planned_at -> BigInt,
        fate -> Text,
    }
}

diesel::table! {
    draw_invitations (draw_id, bid_id) {
        draw_id -> Text,
        bid_id -> Text,
        confirmed_by -> Nullable<Text>,
        confirmer -> Nullable<Text>,
        confirmed_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    draw_mails (errand_id) {
        errand_id -> Text,
        draw_id -> Text,
        bid_id -> Text,
        person_id -> Text,
    }
}

diesel::table! {
    inquiries (id) {
        id -> Text,
        bid_id -> Text,
        kind -> Text,
        about -> Text,
        question -> Text,
        asked_by -> Text,
        asked_name -> Text,
        asked_at -> BigInt,
        on_behalf -> Nullable<Text>,
        due_at -> BigInt,
        first_due_at -> BigInt,
        extended_at -> Nullable<BigInt>,
        extended_reason -> Nullable<Text>,
        answer -> Text,
        answered_by -> Nullable<Text>,
        answered_name -> Nullable<Text>,
        answered_at -> Nullable<BigInt>,
        ending -> Nullable<Text>,
        ended_by -> Nullable<Text>,
        ended_name -> Nullable<Text>,
        ended_at -> Nullable<BigInt>,
        ended_reason -> Nullable<Text>,
        released -> Nullable<Text>,
    }
}

diesel::table! {
    inquiry_files (id) {
        id -> Text,
        inquiry_id -> Text,
        name -> Text,
        media_type -> Text,
        size -> BigInt,
        hash -> Text,
        added_at -> BigInt,
    }
}

diesel::table! {
    exports (id) {
        id -> Text,
        round_id -> Text,
        asked_by -> Text,
        lang -> Text,
        asked_at -> BigInt,
        done -> Integer,
        steps -> Integer,
        ready_at -> Nullable<BigInt>,
        hash -> Nullable<Text>,
        size -> Nullable<BigInt>,
        files -> Nullable<Integer>,
        gone_at -> Nullable<BigInt>,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    consultations,
    consultation_items,
    people,
    organisations,
    memberships,
    sessions,
    tokens,
    throttles,
    areas,
    rounds,
    round_terms,
    round_participants,
    round_mandates,
    lots,
    questions,
    bids,
    answers,
    answer_versions,
    clashes,
    attachments,
    submissions,
    key_turns,
    requirement_checks,
    admissions,
    conflicts,
    party_interests,
    assignments,
    reserves,
    expertise,
    criterion_fields,
    review_settings,
    review_pauses,
    scores,
    tables,
    stand_ins,
    chair_lines,
    seats,
    table_items,
    decisions,
    letters,
    journal,
    errands,
    notes,
    complaints,
    mail_texts,
    comments,
    mention_mails,
    todos,
    visits,
    parties,
    votes,
    joint_boards,
    voters,
    voter_links,
    tallies,
    support_pages,
    statements,
    extensions,
    reminder_mutes,
    reminder_links,
    accepted_equivalents,
    profiles,
    profile_files,
    uploads,
    file_checks,
    own_areas,
    assessor_notes,
    minute_remarks,
    samples,
    practices,
    rejections,
    inquiries,
    inquiry_files,
    award_proofs,
    draws,
    draw_invitations,
    draw_mails,
    exports,
);

diesel::joinable!(assessor_notes -> assignments (assignment_id));
diesel::joinable!(assessor_notes -> bids (bid_id));
diesel::joinable!(minute_remarks -> tables (table_id));
diesel::joinable!(minute_remarks -> people (written_by));
diesel::joinable!(samples -> rounds (round_id));
diesel::joinable!(practices -> people (person_id));
diesel::joinable!(exports -> people (asked_by));
diesel::joinable!(memberships -> people (person_id));
diesel::joinable!(memberships -> organisations (organisation_id));
diesel::joinable!(sessions -> people (person_id));
diesel::joinable!(tokens -> people (person_id));
diesel::joinable!(tokens -> organisations (organisation_id));
diesel::joinable!(rounds -> organisations (organisation_id));
diesel::joinable!(round_terms -> rounds (round_id));
diesel::joinable!(round_terms -> people (published_by));
diesel::joinable!(round_participants -> rounds (round_id));
diesel::joinable!(round_participants -> organisations (organisation_id));
diesel::joinable!(round_mandates -> rounds (round_id));
diesel::joinable!(lots -> rounds (round_id));
diesel::joinable!(questions -> rounds (round_id));
diesel::joinable!(questions -> lots (lot_id));
diesel::joinable!(notes -> rounds (round_id));
diesel::joinable!(notes -> people (published_by));
diesel::joinable!(complaints -> rounds (round_id));
diesel::joinable!(errands -> people (person_id));
diesel::joinable!(errands -> rounds (round_id));
diesel::joinable!(questions -> organisations (organisation_id));
diesel::joinable!(bids -> rounds (round_id));
diesel::joinable!(bids -> lots (lot_id));
diesel::joinable!(bids -> organisations (organisation_id));
diesel::joinable!(bids -> people (created_by));
diesel::joinable!(answers -> bids (bid_id));
diesel::joinable!(answers -> people (saved_by));
diesel::joinable!(answer_versions -> bids (bid_id));
diesel::joinable!(answer_versions -> people (saved_by));
diesel::joinable!(clashes -> bids (bid_id));
diesel::joinable!(clashes -> people (person_id));
diesel::joinable!(attachments -> bids (bid_id));
diesel::joinable!(attachments -> people (added_by));
diesel::joinable!(submissions -> bids (bid_id));
diesel::joinable!(submissions -> people (submitted_by));
diesel::joinable!(key_turns -> people (person_id));
diesel::joinable!(requirement_checks -> bids (bid_id));
diesel::joinable!(requirement_checks -> people (checked_by));
diesel::joinable!(admissions -> bids (bid_id));
diesel::joinable!(admissions -> people (decided_by));
diesel::joinable!(conflicts -> bids (bid_id));
diesel::joinable!(conflicts -> people (person_id));
diesel::joinable!(assignments -> lots (lot_id));
diesel::joinable!(scores -> assignments (assignment_id));
diesel::joinable!(scores -> bids (bid_id));
diesel::joinable!(tables -> lots (lot_id));
diesel::joinable!(tables -> bids (current_bid_id));
diesel::joinable!(stand_ins -> tables (table_id));
diesel::joinable!(chair_lines -> tables (table_id));
diesel::joinable!(seats -> tables (table_id));
diesel::joinable!(seats -> people (person_id));
diesel::joinable!(table_items -> tables (table_id));
diesel::joinable!(table_items -> bids (bid_id));
diesel::joinable!(table_items -> people (fixed_by));
diesel::joinable!(decisions -> lots (lot_id));
diesel::joinable!(decisions -> bids (bid_id));
diesel::joinable!(decisions -> people (decided_by));
diesel::joinable!(letters -> lots (lot_id));
diesel::joinable!(letters -> bids (bid_id));
diesel::joinable!(comments -> bids (bid_id));
diesel::joinable!(comments -> people (written_by));
diesel::joinable!(todos -> bids (bid_id));
diesel::joinable!(todos -> people (person_id));
diesel::joinable!(parties -> bids (bid_id));
diesel::joinable!(joint_boards -> bids (bid_id));
diesel::joinable!(voters -> votes (vote_id));
diesel::joinable!(voter_links -> voters (voter_id));
diesel::joinable!(votes -> bids (bid_id));
diesel::joinable!(support_pages -> bids (bid_id));
diesel::joinable!(statements -> bids (bid_id));
diesel::joinable!(accepted_equivalents -> rounds (round_id));
diesel::joinable!(own_areas -> bids (bid_id));
diesel::joinable!(own_areas -> people (saved_by));
diesel::joinable!(uploads -> bids (bid_id));
diesel::joinable!(uploads -> people (person_id));
diesel::joinable!(rejections -> bids (bid_id));
diesel::joinable!(inquiries -> bids (bid_id));
diesel::joinable!(inquiry_files -> inquiries (inquiry_id));
diesel::joinable!(award_proofs -> bids (bid_id));
diesel::joinable!(draws -> tables (table_id));
diesel::joinable!(draws -> people (planned_by));
diesel::joinable!(draw_invitations -> draws (draw_id));
diesel::joinable!(draw_invitations -> bids (bid_id));
diesel::joinable!(draw_mails -> draws (draw_id));
diesel::joinable!(draw_mails -> bids (bid_id));
diesel::joinable!(draw_mails -> people (person_id));
diesel::joinable!(draw_mails -> errands (errand_id));
