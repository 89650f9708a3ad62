import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/* Written by npm run db:types from the migrations. */

/** JSON is read as unknown (a schema says what it is) and written as text. */
type Json = ColumnType<unknown, string, string>;

export type Schema = {
  account: {
    id: string;
    accountId: string;
    providerId: string;
    userId: string;
    accessToken: string | null;
    refreshToken: string | null;
    idToken: string | null;
    accessTokenExpiresAt: string | null;
    refreshTokenExpiresAt: string | null;
    scope: string | null;
    password: string | null;
    createdAt: Generated<string>;
    updatedAt: string;
  };

  activity_photo: {
    corner_code: string;
    photo_id: string;
    report_id: string;
    format: string;
    consent: string;
    expires_on: string;
    byte_size: number;
    sha256: string;
    bytes: Buffer;
    uploaded_at: string;
    uploader_name: string;
  };

  activity_report: {
    corner_code: string;
    report_id: string;
    visit_id: string;
    instructor_id: string;
    state: string;
    content: string | null;
    trainees: number | null;
    understanding: string | null;
    problems: string | null;
    next_time: string | null;
    on_behalf: boolean;
    submitted_at: string | null;
    checked_at: string | null;
    checker_name: string | null;
    return_reason: string | null;
    version: Generated<number>;
    created_at: string;
    updated_at: string;
  };

  adviser_rule: {
    corner_code: string;
    valid_from: string;
    wording: string;
    practice_years: number | null;
    decided_by: string;
    updated_at: Generated<string>;
  };

  api_token: {
    token_hash: string;
    user_id: string;
    name: string;
    access: string;
    created_at: Generated<string>;
    expires_at: string;
    revoked_at: string | null;
  };

  assignment_pin: {
    corner_code: string;
    pin_id: string;
    plan_id: string;
    request_id: string;
    instructor_id: string;
    visit_on: string | null;
    kind: string;
    created_at: string;
    created_by: string;
  };

  assignment_plan: {
    corner_code: string;
    plan_id: string;
    fiscal_year: number;
    name: string;
    is_base: boolean;
    copied_from: string | null;
    settings: Json;
    version: Generated<number>;
    created_at: string;
    created_by: string;
    updated_at: string;
    deleted_at: string | null;
  };

  assignment_proposal: {
    corner_code: string;
    run_id: string;
    request_id: string;
    visit_on: string;
    starts_at: string | null;
    ends_at: string | null;
    instructor_ids: string[];
    explanation: Json;
    state: Generated<string>;
    adopted_at: string | null;
    adopted_by: string | null;
  };

  assignment_run: {
    corner_code: string;
    run_id: string;
    plan_id: string;
    state: string;
    trigger: string;
    input_hash: string;
    settings: Json;
    weights: Json;
    seed: number;
    step_limit: number;
    time_limit_ms: number | null;
    code_version: string;
    size: Json;
    points: number | null;
    bound: number | null;
    proven: Generated<boolean>;
    steps: Generated<number>;
    breakdown: Json;
    dropped: Json;
    requested_at: string;
    started_at: string | null;
    beat_at: string;
    finished_at: string | null;
    started_by: string;
    cancel_wanted: Generated<boolean>;
    failure: string | null;
  };

  audit_entry: {
    corner_code: string;
    sequence: number;
    occurred_at: string;
    actor_id: string;
    actor_name: string;
    action: string;
    entity_kind: string;
    entity_id: string;
    entity_label: string;
    before: ColumnType<unknown, string | null, string | null>;
    after: ColumnType<unknown, string | null, string | null>;
    source: string;
    previous_hash: string;
    hash: string;
  };

  audit_head: { corner_code: string; sequence: number; hash: string };

  bank_account: {
    corner_code: string;
    instructor_id: string;
    account_id: string;
    sealed: string;
    version: Generated<number>;
    updated_at: string;
    updated_by: string;
  };

  calendar_feed: {
    corner_code: string;
    feed_id: string;
    kind: string;
    subject_id: string;
    token_hash: string;
    issued_at: string;
    issued_by: string;
    expires_on: string;
    revoked_at: string | null;
  };

  certification_batch: {
    corner_code: string;
    batch_id: string;
    fiscal_year: number;
    round: number;
    deadline_on: string;
    state: string;
    document_number: string | null;
    sent_on: string | null;
    received_on: string | null;
    note: string | null;
    version: Generated<number>;
    created_at: Generated<string>;
    updated_at: Generated<string>;
  };

  certification_case: {
    corner_code: string;
    case_id: string;
    number: string;
    state: Generated<string>;
    division: string | null;
    name: string;
    name_kana: string;
    birth_year: number | null;
    trades: string[];
    employer: string | null;
    postal_code: string | null;
    municipality_code: string | null;
    address: string | null;
    phone: string | null;
    email: string | null;
    recommender_kind: string | null;
    recommender_name: string | null;
    recommender_relation: string | null;
    recommender_kin: boolean | null;
    basis_code: string | null;
    basis_detail: string | null;
    basis_on: string | null;
    practice_from: string | null;
    instruction_from: string | null;
    instruction_note: string | null;
    dx_skill: string | null;
    chief_judgement: boolean | null;
    has_teaching_licence: boolean | null;
    publish_consent: boolean | null;
    applied_on: string | null;
    scouting_visit_id: string | null;
    batch_id: string | null;
    registration_number: string | null;
    certified_on: string | null;
    instructor_id: string | null;
    search_text: string;
    sort_key: string;
    version: Generated<number>;
    created_at: Generated<string>;
    updated_at: Generated<string>;
    deleted_at: string | null;
    deleted_reason: string | null;
  };

  certification_criteria: {
    corner_code: string;
    valid_from: string;
    valid_until: string | null;
    name: string;
    bases: string[];
    practice_years: number;
    practice_after_basis: boolean;
    instruction_years: number;
    chief_judges: boolean;
    divisions: string[];
    source: string;
    version: Generated<number>;
    updated_at: Generated<string>;
    deleted_at: string | null;
    deleted_reason: string | null;
  };

  certification_event: {
    corner_code: string;
    case_id: string;
    sequence: number;
    at: string;
    actor_id: string;
    actor_name: string;
    command: string;
    from_state: string;
    to_state: string;
    happened_on: string;
    reason: string | null;
  };

  certification_form: {
    corner_code: string;
    fiscal_year: number;
    words: Json;
    version: Generated<number>;
    updated_at: Generated<string>;
  };

  certification_sending: { corner_code: string; batch_id: string; case_id: string; line: number };

  consultation: {
    corner_code: string;
    consultation_id: string;
    number: string;
    received_on: string;
    fiscal_year: GeneratedAlways<number>;
    channel: string;
    client_kind: string;
    client_name: string;
    contact_name: string | null;
    phone: string | null;
    email: string | null;
    organization_id: string | null;
    topics: string[];
    trade_code: string | null;
    detail: string;
    advice: string | null;
    referred_from: string | null;
    referred_to: string | null;
    follow_up_on: string | null;
    outcome: string | null;
    taken_by: string;
    request_id: string | null;
    search_text: string;
    version: Generated<number>;
    created_at: Generated<string>;
    updated_at: Generated<string>;
    deleted_at: string | null;
    deleted_reason: string | null;
  };

  corner: {
    corner_code: string;
    name: string;
    host_association: string;
    postal_code: string | null;
    address: string | null;
    phone: string | null;
    fax: string | null;
    email: string | null;
    version: Generated<number>;
    updated_at: Generated<string>;
  };

  course: {
    corner_code: string;
    course_id: string;
    kind: string;
    term: string | null;
    days: string[];
    first_day: string;
    last_day: string;
    fiscal_year: GeneratedAlways<number>;
    starts_at: string | null;
    ends_at: string | null;
    mode: string;
    place: string | null;
    url: string | null;
    contents: string[];
    capacity: number | null;
    lecturer: string | null;
    material: string | null;
    note: string | null;
    state: string;
    cancel_reason: string | null;
    search_text: string;
    version: Generated<number>;
    created_at: Generated<string>;
    updated_at: Generated<string>;
  };

  course_attendance: {
    corner_code: string;
    course_id: string;
    instructor_id: string;
    state: string;
    invited_on: string;
    transport_yen: number | null;
    updated_at: Generated<string>;
  };

  course_exemption: {
    corner_code: string;
    exemption_id: string;
    instructor_id: string;
    criterion: string;
    reason: string;
    exempted_on: string;
    actor_name: string;
    created_at: Generated<string>;
  };

  decision: {
    corner_code: string;
    decision_id: string;
    request_id: string;
    plan_id: string;
    subject: string;
    note: string | null;
    state: string;
    round: Generated<number>;
    drafter_id: string;
    drafter_name: string;
    drafted_on: string;
    decided_on: string | null;
    version: Generated<number>;
    created_at: string;
    updated_at: string;
  };

  decision_approver: {
    corner_code: string;
    decision_id: string;
    round: number;
    position: number;
    approver_id: string;
    approver_name: string;
    answer: string | null;
    answered_at: string | null;
    comment: string | null;
  };

  decision_event: {
    corner_code: string;
    decision_id: string;
    sequence: number;
    at: string;
    actor_id: string;
    actor_name: string;
    command: string;
    from_state: string | null;
    to_state: string;
    reason: string | null;
  };

  demand_answer: {
    corner_code: string;
    recipient_id: string;
    receipt_number: string;
    wants: boolean;
    contact_name: string | null;
    contact_phone: string | null;
    contact_email: string | null;
    comment: string | null;
    channel: string;
    answered_on: string;
    entered_by: string | null;
    submission_key: string | null;
    version: Generated<number>;
    created_at: Generated<string>;
    updated_at: Generated<string>;
  };

  demand_recipient: {
    corner_code: string;
    recipient_id: string;
    survey_id: string;
    organization_id: string;
    number: string;
    class: string;
    municipality_code: string;
    sent_on: string | null;
    sent_way: string | null;
    reminded_on: string | null;
    reminders: Generated<number>;
    declined_on: string | null;
    declined_reason: string | null;
    link_hash: string;
    link_round: Generated<number>;
    link_revoked_at: string | null;
  };

  demand_survey: {
    corner_code: string;
    survey_id: string;
    number: string;
    fiscal_year: number;
    title: string;
    answer_by: string;
    classes: string[];
    note: string | null;
    state: Generated<string>;
    version: Generated<number>;
    created_at: Generated<string>;
    updated_at: Generated<string>;
  };

  demand_wish: {
    corner_code: string;
    wish_id: string;
    recipient_id: string;
    place: number;
    trade_code: string;
    sessions: number;
    months: number[];
    audience: string | null;
    trainees: number | null;
    content: string | null;
    request_id: string | null;
  };

  dispatch_rule: {
    corner_code: string;
    rule_id: string;
    fiscal_year: number;
    valid_from: string;
    revision: number;
    basis: string;
    terms: Json;
    created_at: string;
    created_by: string;
  };

  distinct_pair: {
    corner_code: string;
    first_id: string;
    second_id: string;
    first_mark: string;
    second_mark: string;
    reason: string;
    decided_at: string;
    decided_by: string;
  };

  document_counter: { corner_code: string; fiscal_year: number; last_number: number };

  document_numbering: { corner_code: string; prefix: string; updated_at: Generated<string> };

  evidence_file: {
    corner_code: string;
    evidence_id: string;
    case_id: string;
    kind: string;
    file_name: string;
    format: string;
    byte_size: number;
    sha256: string;
    bytes: Buffer;
    uploaded_at: string;
    uploaded_by: string;
    uploader_name: string;
  };

  expense_budget: {
    corner_code: string;
    fiscal_year: number;
    honorarium_yen: number | null;
    travel_yen: number | null;
    material_yen: number | null;
    text_writing_yen: number | null;
    version: Generated<number>;
    updated_at: string;
  };

  expense_claim: {
    corner_code: string;
    claim_id: string;
    visit_id: string;
    instructor_id: string;
    visit_on: string;
    fiscal_year: GeneratedAlways<number>;
    rate_id: string;
    state: string;
    total_yen: number;
    withheld_base_yen: number;
    note: string | null;
    drafted_by: string;
    drafter_name: string;
    batch_id: string | null;
    version: Generated<number>;
    created_at: Generated<string>;
    updated_at: Generated<string>;
  };

  expense_claim_event: {
    corner_code: string;
    claim_id: string;
    sequence: number;
    at: string;
    actor_id: string;
    actor_name: string;
    command: string;
    from_state: string;
    to_state: string;
    reason: string | null;
  };

  expense_claim_line: {
    corner_code: string;
    claim_id: string;
    position: number;
    item: string;
    input: Json;
    unit_yen: number;
    amount_yen: number;
    excess_yen: number;
  };

  expense_rate: {
    corner_code: string;
    rate_id: string;
    fiscal_year: number;
    valid_from: string;
    revision: number;
    basis: string;
    prices: Json;
    created_at: string;
    created_by: string;
  };

  idempotent_answer: {
    corner_code: string;
    actor_id: string;
    key: string;
    fingerprint: string;
    answer: Json;
    created_at: Generated<string>;
  };

  import_draft: {
    corner_code: string;
    draft_id: string;
    actor_id: string;
    kind: string;
    fiscal_year: number;
    file_name: string;
    bytes: Buffer;
    preview: Json;
    created_at: string;
  };

  installation: {
    only_row: Generated<boolean>;
    kind: string;
    working_date: string | null;
    created_at: Generated<string>;
  };

  instruction_plan: {
    corner_code: string;
    plan_id: string;
    request_id: string;
    revision: number;
    state: Generated<string>;
    goal: string | null;
    note: string | null;
    drafted_by: string;
    version: Generated<number>;
    created_at: string;
    updated_at: string;
  };

  instruction_session: {
    corner_code: string;
    plan_id: string;
    position: number;
    visit_id: string | null;
    held_on: string;
    starts_at: string | null;
    ends_at: string | null;
    place: string | null;
    content: string | null;
    task: string | null;
    material: string | null;
    material_yen: number | null;
    instructor_id: string | null;
  };

  instructor: {
    corner_code: string;
    instructor_id: string;
    number: string;
    kind: string;
    division: string | null;
    name: string;
    name_kana: string;
    birth_year: number | null;
    employer: string | null;
    postal_code: string | null;
    municipality_code: string;
    address: string | null;
    phone: string | null;
    email: string | null;
    certified_on: string | null;
    course_status: string | null;
    course_completed_on: string | null;
    last_activity_on: string | null;
    yearly_cap: number | null;
    available_weekdays: number[] | null;
    unavailable_dates: string[] | null;
    is_public: boolean | null;
    monthly_cap: number | null;
    host_kinds: string[] | null;
    host_founders: string[] | null;
    search_text: string;
    sort_key: string;
    version: Generated<number>;
    created_at: Generated<string>;
    updated_at: Generated<string>;
    deleted_at: string | null;
    deleted_reason: string | null;
    merged_into: string | null;
  };

  instructor_consent: {
    corner_code: string;
    instructor_id: string;
    item: string;
    consented_on: string;
    expires_on: string;
    withdrawn_on: string | null;
    entered_by: string;
    on_behalf: boolean;
  };

  instructor_profile: {
    corner_code: string;
    instructor_id: string;
    scheme: string | null;
    scheme_name: string | null;
    grade: string | null;
    practice_from: string | null;
    contest: string | null;
    contest_place: string | null;
    introduction: string | null;
    advice_areas: Generated<string[]>;
    version: Generated<number>;
    updated_at: Generated<string>;
  };

  instructor_trade: { corner_code: string; instructor_id: string; trade_code: string };

  intake_suspension: { corner_code: string; since: string; until: string | null; reason: string };

  intent_enquiry: {
    corner_code: string;
    enquiry_id: string;
    instructor_id: string;
    asked_on: string;
    link_hash: string;
    expires_on: string;
    answer: string | null;
    answered_at: string | null;
    note: string | null;
    receipt_number: string | null;
    closed_at: string | null;
  };

  issued_letter: {
    corner_code: string;
    letter_id: string;
    kind: string;
    fiscal_year: number;
    serial: number | null;
    number: string;
    issued_on: string;
    addressee: string;
    subject: string;
    entity_kind: string;
    entity_id: string;
    recipient_id: string | null;
    issue_id: string;
    secret_of: string | null;
    issuer_id: string;
    issuer_name: string;
    file_name: string;
    sha256: string;
    bytes: Buffer | null;
    search_text: string;
    created_at: string;
  };

  ledger: {
    corner_code: string | null;
    instructor_id: string | null;
    number: string | null;
    kind: string | null;
    division: string | null;
    name: string | null;
    name_kana: string | null;
    birth_year: number | null;
    employer: string | null;
    postal_code: string | null;
    municipality_code: string | null;
    address: string | null;
    phone: string | null;
    email: string | null;
    certified_on: string | null;
    course_status: string | null;
    course_completed_on: string | null;
    last_activity_on: string | null;
    yearly_cap: number | null;
    available_weekdays: number[] | null;
    unavailable_dates: string[] | null;
    is_public: boolean | null;
    monthly_cap: number | null;
    host_kinds: string[] | null;
    host_founders: string[] | null;
    search_text: string | null;
    sort_key: string | null;
    version: number | null;
    created_at: string | null;
    updated_at: string | null;
    deleted_at: string | null;
    deleted_reason: string | null;
  };

  letter_template: {
    corner_code: string;
    template_id: string;
    kind: string;
    fiscal_year: number;
    file_name: string;
    byte_size: number;
    sha256: string;
    bytes: Buffer;
    uploaded_at: string;
    uploaded_by: string;
    uploader_name: string;
  };

  mail_draft: {
    corner_code: string;
    draft_id: string;
    kind: string;
    recipient: string;
    subject: string;
    body: string;
    entity_kind: string | null;
    entity_id: string | null;
    entity_label: string | null;
    state: string;
    drafted_at: string;
    drafted_by: string;
    settled_at: string | null;
    settled_by: string | null;
    note: string | null;
    version: Generated<number>;
  };

  offer: {
    corner_code: string;
    offer_id: string;
    request_id: string;
    instructor_id: string;
    days: string[];
    starts_at: string | null;
    way: string;
    state: Generated<string>;
    offered_on: string;
    offered_by: string;
    answer_by: string;
    note: string | null;
    answered_at: string | null;
    answered_by: string | null;
    on_behalf: boolean | null;
    reason: string | null;
  };

  organization: {
    corner_code: string;
    organization_id: string;
    number: string;
    kind: string;
    name: string;
    name_kana: string | null;
    corporate_number: string | null;
    school_code: string | null;
    industry_code: string | null;
    capital_yen: number | null;
    employees: number | null;
    postal_code: string | null;
    municipality_code: string;
    address: string | null;
    contact_name: string | null;
    phone: string | null;
    fax: string | null;
    email: string | null;
    founder: string | null;
    search_text: string;
    sort_key: string;
    version: Generated<number>;
    created_at: Generated<string>;
    updated_at: Generated<string>;
    deleted_at: string | null;
    deleted_reason: string | null;
  };

  organization_book: {
    corner_code: string | null;
    organization_id: string | null;
    number: string | null;
    kind: string | null;
    name: string | null;
    name_kana: string | null;
    corporate_number: string | null;
    school_code: string | null;
    industry_code: string | null;
    capital_yen: number | null;
    employees: number | null;
    postal_code: string | null;
    municipality_code: string | null;
    address: string | null;
    contact_name: string | null;
    phone: string | null;
    fax: string | null;
    email: string | null;
    founder: string | null;
    search_text: string | null;
    sort_key: string | null;
    version: number | null;
    created_at: string | null;
    updated_at: string | null;
    deleted_at: string | null;
    deleted_reason: string | null;
  };

  outreach_booth: {
    corner_code: string;
    visit_id: string;
    position: number;
    name: string;
    trade_code: string;
    material: string | null;
    visitors: number | null;
  };

  outreach_booth_instructor: {
    corner_code: string;
    visit_id: string;
    booth_position: number;
    position: number;
    instructor_id: string;
  };

  outreach_event: {
    corner_code: string;
    visit_id: string;
    kind: string;
    title: string | null;
    place: string | null;
    municipality_code: string | null;
    pupils: number | null;
    teachers: number | null;
    parents: number | null;
    youths: number | null;
    others: number | null;
    note: string | null;
    search_text: string;
  };

  outreach_no_request: {
    corner_code: string;
    fiscal_year: number;
    line: string;
    stated_on: string;
    efforts: string;
    recorded_at: string;
    recorder_name: string;
  };

  own_invitation: {
    corner_code: string;
    invitation_id: string;
    instructor_id: string;
    code_hash: string;
    link_hash: string;
    issued_at: string;
    issued_by: string;
    expires_at: string;
    used_at: string | null;
    revoked_at: string | null;
  };

  own_session: {
    corner_code: string;
    session_id: string;
    token_hash: string;
    instructor_id: string;
    created_at: string;
    expires_at: string;
    ip_address: string | null;
    user_agent: string | null;
  };

  passkey: {
    id: string;
    name: string | null;
    publicKey: string;
    userId: string;
    credentialID: string;
    counter: number;
    deviceType: string;
    backedUp: boolean;
    transports: string | null;
    createdAt: string | null;
    aaguid: string | null;
  };

  payer_account: { corner_code: string; sealed: string; version: Generated<number>; updated_at: string };

  payment: {
    corner_code: string;
    batch_id: string;
    instructor_id: string;
    position: number;
    gross_yen: number;
    withheld_base_yen: number;
    tax_yen: number;
    tax_rule: string;
    net_yen: number;
    account_id: string;
    sealed: string | null;
  };

  payment_batch: {
    corner_code: string;
    batch_id: string;
    paid_on: string;
    fiscal_year: GeneratedAlways<number>;
    state: string;
    made_by: string;
    maker_name: string;
    drop_reason: string | null;
    version: Generated<number>;
    created_at: string;
    updated_at: string;
  };

  plan_item: {
    corner_code: string;
    plan_item_id: string;
    fiscal_year: number;
    number: string;
    position: string;
    heading: string;
    guideline: string | null;
    plan: string | null;
    targets: Json;
    status: string | null;
    owner: string | null;
    search_text: string;
    version: Generated<number>;
    created_at: Generated<string>;
    updated_at: Generated<string>;
    deleted_at: string | null;
    deleted_reason: string | null;
  };

  pre_meeting: {
    corner_code: string;
    meeting_id: string;
    request_id: string;
    held_on: string;
    means: string;
    place: string | null;
    present: string;
    agreed: string;
    host_prepares: string | null;
    recorded_by: string;
    version: Generated<number>;
    created_at: string;
    updated_at: string;
  };

  public_request: {
    corner_code: string;
    application_id: string;
    receipt_number: string;
    received_at: string;
    received_on: string;
    submission_key: string;
    content: Json;
    host_name: string;
    state: string;
    reason: string | null;
    settled_at: string | null;
    settled_by: string | null;
    request_id: string | null;
    link_hash: string;
    link_expires_on: string;
    link_revoked_at: string | null;
    version: Generated<number>;
  };

  request: {
    corner_code: string;
    request_id: string;
    number: string;
    organization_id: string;
    program: string;
    trade_code: string;
    content: string | null;
    wished_sessions: number;
    session_minutes: number | null;
    expected_trainees: number;
    candidate_dates: Json;
    place_municipality_code: string | null;
    priority: number | null;
    received_on: string;
    fiscal_year: number;
    search_text: string;
    version: Generated<number>;
    created_at: Generated<string>;
    updated_at: Generated<string>;
    deleted_at: string | null;
    deleted_reason: string | null;
    stage: Generated<string>;
  };

  request_application: {
    corner_code: string;
    request_id: string;
    channel: string | null;
    contact_name: string | null;
    contact_phone: string | null;
    contact_email: string | null;
    purpose: string | null;
    level: string | null;
    place: string | null;
    equipment: string | null;
    equipment_note: string | null;
    materials_yen: number | null;
    youngest_age: number | null;
    oldest_age: number | null;
    age_reason: string | null;
    other_subsidy: string | null;
    other_subsidy_name: string | null;
    past_use: string | null;
    plan_received_on: string | null;
    roster_received_on: string | null;
    wished_weekdays: number[] | null;
    wished_start: string | null;
    team_size: number | null;
  };

  request_event: {
    corner_code: string;
    request_id: string;
    sequence: number;
    at: string;
    actor_id: string;
    actor_name: string;
    command: string;
    from_stage: string;
    to_stage: string;
    happened_on: string;
    reason: string | null;
  };

  retention_item: {
    corner_code: string;
    plan_id: string;
    kind: string;
    item_id: string;
    label: string;
    base_year: number;
    kept_until: string;
    hold_reason: string | null;
    erased_at: string | null;
    files: Generated<number>;
  };

  retention_period: {
    corner_code: string;
    kind: string;
    from_fiscal_year: number;
    years: number;
    source: string;
    updated_at: Generated<string>;
  };

  retention_plan: {
    corner_code: string;
    plan_id: string;
    fiscal_year: number;
    ordinal: number;
    state: string;
    drafted_at: string;
    drafter_id: string;
    drafter_name: string;
    approved_at: string | null;
    approver_id: string | null;
    approver_name: string | null;
    erased_at: string | null;
    eraser_name: string | null;
    version: Generated<number>;
  };

  saved_filter: {
    corner_code: string;
    filter_id: string;
    actor_id: string;
    list: string;
    name: string;
    query: string;
    created_at: string;
  };

  scouting_lead: {
    corner_code: string;
    lead_id: string;
    number: string;
    name: string;
    name_kana: string | null;
    organization_id: string | null;
    municipality_code: string;
    trades: string[];
    exam_year: number;
    examinees: number;
    first_grades: number | null;
    contact_name: string | null;
    phone: string | null;
    note: string | null;
    closed_reason: string | null;
    search_text: string;
    version: Generated<number>;
    created_at: Generated<string>;
    updated_at: Generated<string>;
    deleted_at: string | null;
    deleted_reason: string | null;
  };

  scouting_territory: {
    corner_code: string;
    territory_id: string;
    coordinator: string;
    municipalities: string[];
    monthly_quota: number;
    note: string | null;
    version: Generated<number>;
    created_at: Generated<string>;
    updated_at: Generated<string>;
    deleted_at: string | null;
    deleted_reason: string | null;
  };

  scouting_visit: {
    corner_code: string;
    scouting_visit_id: string;
    number: string;
    host: string;
    organization_id: string | null;
    municipality_code: string;
    visit_on: string;
    fiscal_year: GeneratedAlways<number>;
    starts_at: string | null;
    status: string;
    purpose: string;
    coordinator: string;
    needs: string[] | null;
    said: string | null;
    candidates: string[] | null;
    next_step: string | null;
    next_on: string | null;
    lead_id: string | null;
    search_text: string;
    version: Generated<number>;
    created_at: Generated<string>;
    updated_at: Generated<string>;
    deleted_at: string | null;
    deleted_reason: string | null;
  };

  session: {
    id: string;
    expiresAt: string;
    token: string;
    createdAt: Generated<string>;
    updatedAt: string;
    ipAddress: string | null;
    userAgent: string | null;
    userId: string;
  };

  sign_in_attempt: {
    kind: string;
    subject: string;
    failed_count: number;
    first_failed_at: string;
    locked_until: string | null;
  };

  survey_answer: {
    corner_code: string;
    answer_id: string;
    visit_id: string;
    audience: string;
    satisfaction: number;
    understanding: number | null;
    prompted: boolean | null;
    free_text: string | null;
    own_answers: Json;
    form_id: string | null;
    answered_on: string | null;
    channel: string;
    entry_id: string | null;
    withdrawn: Generated<boolean>;
  };

  survey_entry: {
    corner_code: string;
    entry_id: string;
    visit_id: string;
    audience: string;
    sheets: number;
    entered_on: string;
    entered_by: string;
    withdrawn_reason: string | null;
  };

  survey_form: {
    corner_code: string;
    form_id: string;
    audience: string;
    fiscal_year: number;
    version: number;
    questions: Json;
    created_at: Generated<string>;
  };

  survey_round: { corner_code: string; visit_id: string; audience: string; issued: number; revoked: Generated<number> };

  survey_ticket: { corner_code: string; ticket_id: string; visit_id: string; audience: string; link_hash: string };

  travel_rule: {
    corner_code: string;
    valid_from: string;
    kilometres_an_hour: number;
    extra_minutes: number;
    basis: string;
    updated_at: Generated<string>;
  };

  twoFactor: {
    id: string;
    secret: string;
    backupCodes: string;
    userId: string;
    verified: boolean | null;
    failedVerificationCount: number | null;
    lockedUntil: string | null;
  };

  unplaced_session: {
    corner_code: string;
    run_id: string;
    request_id: string;
    sessions: number;
    blockers: Json;
    remedy: ColumnType<unknown, string | null, string | null>;
  };

  upkeep: {
    corner_code: string;
    instructor_id: string;
    state: string;
    reconfirmed_on: string | null;
    ended_on: string | null;
    version: Generated<number>;
    created_at: Generated<string>;
    updated_at: Generated<string>;
  };

  upkeep_event: {
    corner_code: string;
    instructor_id: string;
    sequence: number;
    at: string;
    actor_id: string;
    actor_name: string;
    command: string;
    from_state: string;
    to_state: string;
    happened_on: string;
    on_behalf: boolean;
    reason: string | null;
  };

  user: {
    id: string;
    name: string;
    email: string;
    emailVerified: boolean;
    image: string | null;
    createdAt: Generated<string>;
    updatedAt: Generated<string>;
    twoFactorEnabled: boolean | null;
    role: string;
    cornerCode: string | null;
    disabledAt: string | null;
    lastLoginAt: string | null;
    previousLoginAt: string | null;
    hasTemporaryPassword: Generated<boolean>;
  };

  verification: {
    id: string;
    identifier: string;
    value: string;
    expiresAt: string;
    createdAt: Generated<string>;
    updatedAt: Generated<string>;
  };

  visit: {
    corner_code: string;
    visit_id: string;
    number: string;
    request_id: string | null;
    program: string;
    organization_id: string;
    trade_code: string;
    visit_on: string;
    fiscal_year: GeneratedAlways<number>;
    starts_at: string | null;
    ends_at: string | null;
    trainees: number;
    status: string;
    cancel_reason: string | null;
    search_text: string;
    version: Generated<number>;
    created_at: Generated<string>;
    updated_at: Generated<string>;
    deleted_at: string | null;
    deleted_reason: string | null;
    coordinator_id: string | null;
  };

  visit_attendant: { corner_code: string; visit_id: string; user_id: string };

  visit_book: {
    corner_code: string | null;
    visit_id: string | null;
    number: string | null;
    request_id: string | null;
    program: string | null;
    organization_id: string | null;
    trade_code: string | null;
    visit_on: string | null;
    fiscal_year: number | null;
    starts_at: string | null;
    ends_at: string | null;
    trainees: number | null;
    status: string | null;
    cancel_reason: string | null;
    search_text: string | null;
    version: number | null;
    created_at: string | null;
    updated_at: string | null;
    deleted_at: string | null;
    deleted_reason: string | null;
    coordinator_id: string | null;
  };

  visit_event: {
    corner_code: string;
    visit_id: string;
    version: number;
    command: string;
    reason_code: string;
    reason: string;
    from_day: string;
    from_starts_at: string | null;
    from_ends_at: string | null;
    to_day: string | null;
    to_starts_at: string | null;
    to_ends_at: string | null;
    happened_at: string;
    actor_id: string;
    actor_name: string;
  };

  visit_instructor: {
    corner_code: string;
    visit_id: string;
    instructor_id: string;
    position: number;
    occupied: string | null;
  };

  visit_reply: {
    corner_code: string;
    visit_id: string;
    instructor_id: string;
    answer: string;
    reason: string | null;
    visit_on: string;
    starts_at: string | null;
    answered_at: string;
    answered_by: string;
    on_behalf: boolean;
  };

  visit_trainee: {
    corner_code: string;
    visit_id: string;
    position: number;
    name: string;
    name_kana: string | null;
    age: number | null;
    birth_year: number | null;
    affiliation: string | null;
    aimed_grade: string | null;
    present: boolean | null;
  };

  work_reminder: {
    corner_code: string;
    kind: string;
    item: string;
    reminded_on: string;
    draft_id: string;
    reminded_by: string;
    created_at: string;
  };
};
